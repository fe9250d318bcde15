import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';

interface DriversWords {
  answer(p: {
    name: string;
    move: string;
    rose: boolean;
    sessions: number;
    explained: string;
    residual: string;
  }): readonly string[];
  largest(p: { driver: string; part: Part; range: string }): Inline;
  /** Drivers that moved first and whose past precedes the asset; none: nothing may be called a cause. */
  order(p: { passed: readonly string[]; tested: number }): Inline;
  /** Title of the table of times. */
  first(name: string): string;
  /** What the split has been worth on sessions it had not seen. */
  record(p: { explained: Part; proven: boolean }): Inline;
  readonly shares: {
    title(name: string): string;
    readonly measure: string;
    readonly driver: string;
    readonly part: string;
    readonly share: string;
    readonly residual: string;
    readonly total: string;
  };
}

const zhHans: DriversWords = {
  answer: ({ name, move, rose, sessions, explained, residual }) => [
    `${name}${sessions}个交易日${rose ? '涨' : '跌'}${move}：`,
    `与各驱动因素相关的为${explained}，`,
    `余下${residual}未解释`,
  ],
  largest: ({ driver, part, range }) => line`相关最大的是${driver}，为${part}（90%区间${range}）。`,
  order: ({ passed, tested }) =>
    passed.length > 0
      ? line`所检验的${String(tested)}个因素中，${passed.join('、')}先动且历史上领先。`
      : line`所检验的${String(tested)}个因素没有一个先动且历史上领先，因此只说“相关”，不说“导致”。`,
  first: (name) => `有没有因素先于${name}变动？`,
  record: ({ explained, proven }) =>
    line`样本外解释力（R²）为${explained}${proven ? '' : '，并不比零好：未经证明'}。`,
  shares: {
    title: (name) => `${name}的变动与什么相关`,
    measure: '贡献与占比；占比按各项绝对值，合计100%',
    driver: '驱动因素',
    part: '贡献',
    share: '占比',
    residual: '未解释',
    total: '变动',
  },
};

const zhHant: DriversWords = {
  answer: ({ name, move, rose, sessions, explained, residual }) => [
    `${name}${sessions}個交易日${rose ? '漲' : '跌'}${move}：`,
    `與各驅動因素相關的為${explained}，`,
    `餘下${residual}未解釋`,
  ],
  largest: ({ driver, part, range }) => line`相關最大的是${driver}，為${part}（90%區間${range}）。`,
  order: ({ passed, tested }) =>
    passed.length > 0
      ? line`所檢定的${String(tested)}個因素中，${passed.join('、')}先動且歷史上領先。`
      : line`所檢定的${String(tested)}個因素沒有一個先動且歷史上領先，因此只說「相關」，不說「導致」。`,
  first: (name) => `有沒有因素先於${name}變動？`,
  record: ({ explained, proven }) =>
    line`樣本外解釋力（R²）為${explained}${proven ? '' : '，並不比零好：未經證明'}。`,
  shares: {
    title: (name) => `${name}的變動與什麼相關`,
    measure: '貢獻與占比；占比按各項絕對值，合計100%',
    driver: '驅動因素',
    part: '貢獻',
    share: '占比',
    residual: '未解釋',
    total: '變動',
  },
};

const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

const en: DriversWords = {
  answer: ({ name, move, rose, sessions, explained, residual }) => [
    `${name} ${rose ? 'rose' : 'fell'} ${move} in ${sessions === 1 ? 'one session' : `${NUMBERS[sessions] ?? sessions} sessions`}:`,
    `${explained} is associated with the drivers,`,
    `${residual} is left unexplained`,
  ],
  largest: ({ driver, part, range }) =>
    line`The largest associated part is ${driver} with ${part} (90% band ${range}).`,
  order: ({ passed, tested }) =>
    passed.length > 0
      ? line`Of the ${String(tested)} drivers tested, ${passed.join(', ')} moved first and has preceded it in the past.`
      : line`None of the ${String(tested)} drivers tested moved first and has preceded it in the past: “associated with”, then, never “caused by”.`,
  first: (name) => `Did a driver move before ${name}?`,
  record: ({ explained, proven }) =>
    line`Out of sample the split has an R² of ${explained}${proven ? '' : ', no better than zero: unproven'}.`,
  shares: {
    title: (name) => `What the move of ${name} goes with`,
    measure: 'Contributions, and shares by their sizes, which sum to 100%',
    driver: 'Driver',
    part: 'Part',
    share: 'Share',
    residual: 'Unexplained',
    total: 'Move',
  },
};

export const DRIVERS: Readonly<Record<Language, DriversWords>> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
