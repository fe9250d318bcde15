import type { GetPromptResult, Prompt } from '@modelcontextprotocol/sdk/types.js';
import { UserError } from '../../data/errors.ts';
import { LANGUAGES, type Language, type Words } from '../../data/series/entry.ts';
import { formatInstant } from '../../data/time.ts';
import { parseLanguage } from '../cli/language.ts';
import { instantOf } from './arguments.ts';

const NAME = 'daily-brief';

const TITLE: Words = {
  'zh-Hans': '每日简报',
  'zh-Hant': '每日簡報',
  en: 'Daily brief',
};

const ABOUT: Words = {
  'zh-Hans': '一页以内：什么跌了、有多罕见、为什么、强制卖出能走多远。',
  'zh-Hant': '一頁以內：什麼跌了、有多罕見、為什麼、強制賣出能走多遠。',
  en: 'Within a page: what fell, how rare that is, why, and how far forced selling can run.',
};

const BRIEF: Record<Language, (asOf: string | undefined) => string> = {
  'zh-Hans': (
    asOf,
  ) => `请写一份不超过一页的市场简报，${asOf ? `以 ${asOf} 时已知的数据为准` : '以库中最近一次收盘为准'}。

1. 调用 scan：当天是什么性质的下跌，联合下跌分数及其罕见程度，跌得最多的和没有跌的。
2. 调用 explain：美元流动性、驱动因素、资金流与杠杆，各取有数值的一两点。
3. 调用 cascade：在默认冲击下，强制卖出有多少，主要来自谁。

${asOf ? `每次调用都带 asOf="${asOf}" 和 lang="zh-Hans"。` : '每次调用都带 lang="zh-Hans"；后两次的 asOf 取 scan 返回的 asOf。'}
只用工具给出的数字，一个也不自行推算；关键数字后注明其 id，有疑问时用 trace 查证。相关不写成因果；“为某日以来”只照抄工具的说法；没有数值的，写明原因。若 simulated 为真，开头写明数据是模拟的。`,
  'zh-Hant': (
    asOf,
  ) => `請寫一份不超過一頁的市場簡報，${asOf ? `以 ${asOf} 時已知的資料為準` : '以庫中最近一次收盤為準'}。

1. 呼叫 scan：當天是什麼性質的下跌，聯合下跌分數及其罕見程度，跌得最多的和沒有跌的。
2. 呼叫 explain：美元流動性、驅動因素、資金流與槓桿，各取有數值的一兩點。
3. 呼叫 cascade：在預設衝擊下，強制賣出有多少，主要來自誰。

${asOf ? `每次呼叫都帶 asOf="${asOf}" 和 lang="zh-Hant"。` : '每次呼叫都帶 lang="zh-Hant"；後兩次的 asOf 取 scan 傳回的 asOf。'}
只用工具給出的數字，一個也不自行推算；關鍵數字後註明其 id，有疑問時用 trace 查證。相關不寫成因果；「為某日以來」只照抄工具的說法；沒有數值的，寫明原因。若 simulated 為真，開頭寫明資料是模擬的。`,
  en: (
    asOf,
  ) => `Write a market brief of at most one page, ${asOf ? `from what was known at ${asOf}` : 'as of the latest close in the store'}.

1. Call scan: what kind of fall the day was, the joint-fall score and how rare it is, what fell most and what did not fall.
2. Call explain: dollar liquidity, drivers, flows and leverage, one or two points each that have a value.
3. Call cascade: under the default shock, how much is sold by force, and chiefly by whom.

${asOf ? `Give asOf="${asOf}" and lang="en" in every call.` : 'Give lang="en" in every call; the asOf of the later two is the one that scan returns.'}
Use the numbers of the tools only and work out none of your own; put the id of a key figure behind it, and trace what is in doubt. An association is not a cause; "the most since" is taken over from the tools as it stands; what has no value is said with its reason. If simulated is true, say first that the data are simulated.`,
};

/** The prompts, named in a language. */
export function promptsIn(language: Language): Prompt[] {
  return [
    {
      name: NAME,
      title: TITLE[language],
      description: ABOUT[language],
      arguments: [
        { name: 'asOf', description: 'YYYY-MM-DD or YYYY-MM-DDTHH:MMZ', required: false },
        { name: 'lang', description: LANGUAGES.join(', '), required: false },
      ],
    },
  ];
}

/** @throws UserError (2) for a prompt that is not there, an instant that does not exist, another language. */
export function promptOf(
  name: string,
  { asOf, lang }: Readonly<Record<string, string>>,
  language: Language,
): GetPromptResult {
  if (name !== NAME) throw new UserError(`no such prompt: "${name}"`, `allowed: ${NAME}`, 2);
  const chosen = lang ? parseLanguage(lang, 'lang') : language;
  const instant = instantOf(asOf || undefined);
  const text = BRIEF[chosen](instant === undefined ? undefined : formatInstant(instant));
  return {
    description: ABOUT[chosen],
    messages: [{ role: 'user', content: { type: 'text', text } }],
  };
}
