import { type Inline, joined, line } from '../../inline.ts';
import { decimal } from '../../numbers.ts';
import { before } from '../spacing.ts';
import type { CascadeMessages, Named } from './messages.ts';

const count = (n: number) => decimal(n, { decimals: 0 });

function span(minutes: number): string {
  if (minutes < 10 && !Number.isInteger(minutes)) return `${decimal(minutes, { decimals: 1 })}分鐘`;
  if (minutes < 120) return `${count(Math.round(minutes))}分鐘`;
  if (minutes <= 2880) return `${decimal(minutes / 60, { decimals: minutes % 60 === 0 ? 0 : 1 })}小時`;
  return `${decimal(minutes / 1440, { decimals: minutes % 1440 === 0 ? 0 : 1 })}天`;
}

const list = (items: readonly Named[], between = ''): Inline =>
  joined(
    items.map(({ name, value }) => line`${between === '' ? before(name) : name}${between}${value}`),
    '、',
  );

export const zhHant: CascadeMessages = {
  heading: '系統性資金與被迫賣盤',
  tag: '模擬',
  title: ({ date, name, shock }) => [date, `${before(name)}變動${shock}後被迫賣盤能走多遠`],
  parameters: ({ shock, paths, draws, seed, step, horizon, calibration }) =>
    `衝擊${shock} · ${count(paths)}條路徑、${count(draws)}組抽樣，種子${seed} · 步長${step}，時長${horizon} · 校準${calibration}`,
  methods: [
    '連鎖部分是模擬：各類賣方按寫明的規則在同一批訂單簿裡相遇。它回答假設的衝擊會有什麼結果，不說衝擊會不會來。',
    '無人能觀測的量（首先是槓桿）取自校準或先驗；每個區間含這些抽樣下90%的路徑。',
    '跌幅的份額是沙普利值，由逐個關閉賣方、不含隨機波動的執行得出；連同衝擊相加恰等於總數。',
  ],
  span,
  inSentence: (title) => title,
  after: (minutes) => (minutes === 0 ? '0' : minutes % 60 === 0 ? `+${minutes / 60}小時` : `+${minutes}分鐘`),

  fact: {
    key: ({ items, over, name, low, stop }) =>
      line`外部衝擊（${over}內${list(items)}）下，${name}最低到${low}，價位${stop}。`,
    without: ({ low, amplification }) =>
      line`沒有任何被迫賣盤時，同樣的路徑最低到${low}；有被迫賣盤時跌幅是它的${amplification}倍。`,
    withoutOnly: ({ low, why }) =>
      line`沒有任何被迫賣盤時，同樣的路徑最低到${low}；不給出兩者的倍數：${why}。`,
    time: ({ toLow, final, horizon }) => line`最低點出現在${toLow}之後，${horizon}後的變動為${final}。`,
    heal: ({ healed, toHeal, horizon }) =>
      toHeal
        ? line`${healed}的路徑在${horizon}內收回賣盤壓低的部分，其中位數用時${toHeal}。`
        : line`${healed}的路徑在${horizon}內收回賣盤壓低的部分。`,
    others: (items) =>
      line`未指名的資產先按與指名資產的相關性變動，再加上被迫賣盤；最低走得最遠的是${list(items)}。`,
    meaning: ['這是模型對假設衝擊的回答，不是預測；方括號內含不可觀測量各組抽樣下90%的路徑。'],
  },
  sale: {
    nothing: ['沒有任何被迫賣盤。'],
    total: (total) => line`各資產的被迫賣盤合計${total}。`,
    shares: (parts) => line`平均而言，其中${list(parts, '占')}。`,
    places: ({ asset, assetShare, venue, venueShare }) =>
      line`按資產以${asset}最多（${assetShare}），按場所以${venue}最多（${venueShare}）。`,
    level: ({ asset, from, to, share }) =>
      line`${asset}的賣盤最集中在價格較起點${from}至${to}之間，占${share}。`,
    hour: ({ utc, newYork, share }) => line`最集中的一小時始於${utc} UTC（紐約${newYork}），占${share}。`,
    longs: (share) => line`永續合約強平中多頭占${share}。`,
    bought: (usd) => line`按同樣規則買入的有${usd}。`,
    noCauses: ['各賣盤各占跌幅多少，這裡未計算，完整計算時給出。'],
    cause: ({ name, whole, shock, parts }) =>
      line`不含隨機波動時${before(name)}的跌幅為${whole}，其中衝擊本身${shock}${parts.length === 0 ? '' : line`、${list(parts)}`}。`,
  },
  gain: {
    here: ({ name, gain, state }) =>
      line`在衝擊本身到達的價位，${before(name)}每1美元被迫賣盤會再逼出${gain}美元：${
        {
          dies: '小於1，賣盤會自行衰減',
          'may-feed': '中位數小於1，但區間內並非處處如此',
          feeds: '大於1，賣盤會自我助長',
        }[state]
      }。`,
    threshold: (fall) => line`這一增益在變動${fall}時首次超過1。`,
    noThreshold: ({ passing, draws }) =>
      line`價格跌去一半之前，${count(draws)}組抽樣中只有${String(passing)}組的增益超過1，所以不給出臨界跌幅。`,
    waits: (items) =>
      line`價格下方等待的被迫賣單累計：${joined(
        items.map(({ below, usd }) => line`到${below}為${usd}`),
        '，',
      )}。`,
  },
  funds: {
    state: ({ emptied, left }) =>
      line`${emptied}的路徑裡至少有一家交易所的保險基金用盡；全部基金合計剩餘${left}。`,
    deleveraged: (usd) => line`對獲利方自動減倉${usd}。`,
    none: ['沒有永續合約交易所參與，所以沒有強平，也不動用保險基金。'],
  },
  claim: {
    stated: ({ trade, move, required }) =>
      line`待核對的說法：槓桿基金在${move}的一天收盤交易${trade}；這要求ΣA·L(L−1) = ${required}。`,
    has: ({ funds, has, share, trades }) =>
      line`這些資產上已知的${count(funds)}檔基金合計${has}，占所需的${share}；若各指數都有同樣漲跌，它們交易${trades}。`,
    none: ['這些資產上沒有已知的槓桿基金。'],
  },
  contagion: {
    falls: ({ from, items }) =>
      line`只衝擊${from.join('、')}而其餘資產自身不動時，被迫賣盤把${list(items, '帶到')}。`,
    none: (from) => line`只衝擊${from.join('、')}而其餘資產自身不動時，中位路徑裡沒有別的資產被賣盤帶低。`,
  },
  rests: {
    sensitivity: (items) =>
      line`跌幅與這些不可觀測量的相關超出偶然（各組抽樣的等級相關，大於0表示該量越大跌得越深）：${list(items)}。`,
    noSensitivity: ({ noise, draws, all }) =>
      line`${count(draws)}組抽樣下，沒有一個不可觀測量的影響能與偶然區分：在${String(all)}個量之中，與跌幅的等級相關在±${noise}以內沒有意義。`,
    known: ({ measured, proxy, prior }) =>
      line`各項輸入中，實測${String(measured)}項，以其他序列代替${String(proxy)}項，先驗${String(prior)}項。`,
    prior: ['沒有使用校準：每個不可觀測量都取自先驗，所以區間很寬。'],
    calibrated: ({ title, from, to, of, all }) =>
      line`${String(all)}個不可觀測量中有${String(of)}個取自校準「${title}」（${from}至${to}），其餘取自先驗。`,
    other: (id) => line`不可觀測量取自校準「${id}」。`,
    validation: (path) => line`校準在未曾見過的事件上表現如何，見${path}。`,
    missing: '可取代先驗的序列及其來源',
    need: ({ title, id, sources }) =>
      `${title}（${id}）：${sources.length > 0 ? sources.join('、') : '沒有公開來源，需自行匯入'}`,
    sources: '先驗範圍的來源（原文）',
  },

  headings: { sale: '誰在賣、在哪裡、何時', ladder: '價格下方等待的賣單', rests: '這些結果靠什麼成立' },
  columns: {
    asset: '資產',
    start: '起點',
    shock: '衝擊',
    low: '最低',
    lowAlone: '無賣盤最低',
    stop: '止於',
    amplification: '放大倍數',
    gain: '增益',
    threshold: '增益超過1始於',
    seller: '賣方',
    rule: '規則',
    state: '本次執行',
    sold: '賣出額',
    share: '占賣盤',
    cause: '占跌幅',
    item: '指標',
    simulated: '模擬',
    measured: '報導',
    note: '備註',
    below: '變動',
    price: '價格',
    waits: '累計等待',
    added: '本檔新增',
    from: '主要來自',
    input: '輸入',
    value: '數值',
    how: '依據',
    unknown: '量',
    prior: '先驗',
    drawn: '取值',
    sensitivity: '影響',
  },
  states: { on: '參與', off: '關閉', 'nothing-to-sell': '無可賣' },
  hows: { measured: '實測', proxy: '代替', prior: '先驗' },
  ages: { day: '一天以內', week: '一週以內', month: '更久' },
  venues: { spot: '現貨', exchange: '期貨交易所與股市', okx: 'OKX' },
  shockRow: '外部衝擊',
  total: '合計',
  others: '其餘',
  calibratedMark: '已校準',

  falls: {
    title: '各資產跌多深、停在哪裡',
    measure:
      '路徑的中位數，下行含90%的路徑；「無賣盤」為關閉全部賣方的同樣路徑；「–」表示增益超過1的抽樣不到一半',
  },
  fan: {
    title: ({ name, low, stop }) => line`${before(name)}最低${low}，止於${stop}`,
    measure: ({ paths, draws }) =>
      `價格，美元；橫軸為起點之後的時間；深色含50%、淺色含90%的路徑（${count(paths)}條路徑，${count(draws)}組抽樣）；縱軸不從零開始`,
    start: '起點',
    median: '中位',
  },
  sellers: {
    title: '賣方、賣出額與跌幅份額',
    measure: (name) =>
      `賣出額為路徑的中位數，下行含90%的路徑；占賣盤按均值；占${before(name)}跌幅為沙普利值，百分點，連同衝擊相加等於合計`,
  },
  waterfall: {
    title: ({ name, whole, shock }) => line`${before(name)}${whole}的跌幅中，衝擊本身為${shock}`,
    measure: '最低點的價格變動按賣方分解，百分點，不含隨機波動；灰色為外部衝擊，最後一條是合計',
  },
  ladder: {
    title: ({ name, below, usd }) => line`${before(name)}到${below}之間有${usd}被迫賣單在等待`,
    none: (name) => [`${before(name)}下方沒有等待的被迫賣單`],
    measure: '價格下方每一檔新增的被迫賣單，按起點價格折美元，各組抽樣的均值，按賣方分色',
    mark: '增益大於1：在該檔賣出1美元會逼出超過1美元',
    table: '價格下方的階梯',
    tableMeasure: '自起點累計，各組抽樣的中位數，下行含90%的抽樣；增益為該檔內每單位被迫賣盤再逼出的最大值',
  },
  layers: {
    title: ({ name, share, within }) => line`${before(name)}多頭有${share}開在距現價${within}以內`,
    measure: '多頭按開倉價（較起點）與持倉時間分層，美元，各組抽樣的均值；各行末為距強平的平均距離',
    entry: ({ from, to }) => `${from}至${to}`,
  },
  leverage: {
    title: ({ name, reached }) => line`${before(name)}多頭有${reached}在最低價可觸及之處`,
    measure: '未平倉多頭按槓桿劃分，美元，豎線含90%的抽樣；下方為距強平的平均距離；實心為中位路徑可到之處',
    leverage: '至多',
    distance: '距離',
    upTo: (leverage) => `${leverage}×`,
  },
  clock: {
    title: ({ utc, newYork, share }) =>
      line`被迫賣盤最集中的一小時始於${utc} UTC（紐約${newYork}），占${share}`,
    measure: '被迫賣盤按小時劃分，占總額的百分比，路徑的均值',
    utc: 'UTC',
    newYork: '紐約',
    session: '紐約現貨時段',
  },
  liquidations: {
    title: '強平：模擬與報導對照',
    measure: (measured) =>
      measured
        ? '模擬為此刻起模型所賣；報導為此前數日已知的數字。兩者時段不同，不可相減'
        : '模擬為此刻起模型所賣；本報告沒有強平報導可對照',
    amount: '被迫賣盤（全部賣方）',
    perpetuals: '永續合約強平',
    longs: '多頭占比',
    peak: '最集中的一小時',
    rank: '排名',
    groups: {
      all: '數額',
      venues: '按場所：其訂單簿上的全部被迫賣方',
      leverage: '按槓桿：各資產未平倉多頭',
    },
    reportedShare: '；報導為占強平的比例',
    notes: {
      amount: '全部資產，整個時長',
      perpetuals: '各交易所少報，報導之和只是下限',
      longs: '占強平的比例',
      peak: '該小時的開始，占總額的比例',
      text: '來自報導，未經核實',
    },
    rankNote: (days) => `有數字的${count(days)}天之內，談不上歷史排名`,
    openWithin: (distance) => `平均再變動${distance}即強平`,
    time: ({ utc, newYork }) => `${utc} UTC，紐約${newYork}`,
    band: ({ from, to }) => (to === null ? `${from}×以上` : `${from}–${to}×`),
  },
  inputs: { title: '從什麼出發', measure: '每項輸入、依據，以及須知' },
  unknowns: {
    title: '無人能觀測的量',
    measure: ({ name, noise, draws, all }) =>
      `先驗與取值，取值為中位數及90%的抽樣；影響為${count(draws)}組抽樣與${before(name)}跌幅的斯皮爾曼等級相關，灰色為在±${noise}以內，${all}個量之中偶然即可有`,
  },
};
