import type { Words } from '../../src/data/series/entry.ts';

/** Characters of which the two scripts have different forms, simplified and traditional in pairs. */
const SCRIPTS =
  '国國价價货貨币幣债債总總数數资資产產业業银銀费費实實际際纳納达達场場发發开開关關动動态態东東亚亞欧歐兰蘭万萬与與无無时時间間后後来來对對这這风風险險压壓权權历歷约約净淨储儲备備贷貸贴貼现現联聯稳穩铂鉑钯鈀铜銅矿礦维維贝貝莱萊证證韩韓湾灣级級头頭杠槓杆桿复復还還调調两兩软軟体體医醫疗療务務讯訊设設买買卖賣认認购購标標预預仓倉长長线線钟鐘类類义義为為额額单單岁歲铀鈾鲜鮮构構势勢阶階环環轻輕离離转轉从從财財帐帳显顯属屬锁鎖层層断斷续續难難录錄变變';
const SIMPLIFIED = new Set([...SCRIPTS].filter((_, k) => k % 2 === 0));
const TRADITIONAL = new Set([...SCRIPTS].filter((_, k) => k % 2 === 1));

/** Characters of a text that belong to the other script, or to no English text. */
export function foreignCharacters(words: Words): string[] {
  return [
    ...[...words['zh-Hans']].filter((character) => TRADITIONAL.has(character)),
    ...[...words['zh-Hant']].filter((character) => SIMPLIFIED.has(character)),
    ...[...words.en].filter((character) => character.charCodeAt(0) > 0x2fff),
  ];
}
