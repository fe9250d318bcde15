import type { Language } from '../../../data/series/entry.ts';
import type { SectionId } from '../../../diagnosis/explain/answer.ts';

interface LayoutWords {
  readonly contents: string;
  readonly more: string;
  readonly needs: (n: number) => string;
  /** How a missing series is added; the command stands after it. */
  readonly add: string;
  /** The answer where nothing of the section has a value. */
  readonly nothing: Readonly<Record<SectionId, readonly string[]>>;
}

export const LAYOUT: Readonly<Record<Language, LayoutWords>> = {
  'zh-Hans': {
    contents: '本页内容',
    more: '图表与详情',
    needs: (n) => `所缺的${n}个序列，以及怎样补上`,
    add: '从来源下载后导入：',
    nothing: {
      liquidity: ['此刻还不知道美元流动性是多少'],
      flows: ['此刻还没有任何资金流数据'],
      drivers: ['此刻没有足够的数据来分解变动'],
      havens: ['此刻没有足够的数据来判定避险角色'],
      network: ['此刻没有足够的数据来估计冲击的传递'],
    },
  },
  'zh-Hant': {
    contents: '本頁內容',
    more: '圖表與詳情',
    needs: (n) => `所缺的${n}個序列，以及怎樣補上`,
    add: '從來源下載後匯入：',
    nothing: {
      liquidity: ['此刻還不知道美元流動性是多少'],
      flows: ['此刻還沒有任何資金流資料'],
      drivers: ['此刻沒有足夠的資料來分解變動'],
      havens: ['此刻沒有足夠的資料來判定避險角色'],
      network: ['此刻沒有足夠的資料來估計衝擊的傳遞'],
    },
  },
  en: {
    contents: 'On this page',
    more: 'Charts and details',
    needs: (n) =>
      n === 1 ? 'One missing series, and how to add it' : `${n} missing series, and how to add them`,
    add: 'Download it from its source, then import it: ',
    nothing: {
      liquidity: ['How much dollar liquidity there is', 'is not known at this instant'],
      flows: ['No flow of money is known at this instant'],
      drivers: ['Too little is known at this instant', 'to split a move'],
      havens: ['Too little is known at this instant', 'to say what is a haven'],
      network: ['Too little is known at this instant', 'to say who sends the shocks'],
    },
  },
};
