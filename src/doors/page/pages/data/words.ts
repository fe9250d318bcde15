import type { Language } from '../../../../data/series/entry.ts';

interface DataPageWords {
  readonly label: string;
  readonly placeholder: string;
  readonly count: (shown: number, total: number) => string;
  readonly nothing: (part: string) => string;
  readonly absent: string;
}

export const DATA_PAGE_WORDS: Readonly<Record<Language, DataPageWords>> = {
  'zh-Hans': {
    label: '编号、名称或类别',
    placeholder: '例如gold、btc、us-10y',
    count: (shown, total) => `${total}条中的${shown}条`,
    nothing: (part) => `没有名称含“${part}”的序列。可试另一个词，或用tidemark data list --all查看全部目录。`,
    absent: '库中没有',
  },
  'zh-Hant': {
    label: '編號、名稱或類別',
    placeholder: '例如gold、btc、us-10y',
    count: (shown, total) => `${total}條中的${shown}條`,
    nothing: (part) =>
      `沒有名稱含「${part}」的序列。可試另一個詞，或用tidemark data list --all查看全部目錄。`,
    absent: '庫中沒有',
  },
  en: {
    label: 'Id, title or class',
    placeholder: 'gold, btc, us-10y',
    count: (shown, total) => `${shown} of ${total}`,
    nothing: (part) =>
      `No series has “${part}” in its name. Try another word, or see the whole catalogue with tidemark data list --all.`,
    absent: 'not in the store',
  },
};
