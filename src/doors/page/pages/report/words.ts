import type { Language } from '../../../../data/series/entry.ts';

interface ReportPageWords {
  readonly title: string;
  readonly question: string;
  readonly answer: readonly string[];
  readonly lead: string;
  readonly language: string;
  readonly languages: Readonly<Record<Language, string>>;
  readonly take: string;
  readonly formats: Readonly<Record<'html' | 'pdf' | 'docx' | 'md', string>>;
  readonly preview: string;
  readonly writing: string;
  readonly line: string;
}

const languages = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' };

export const REPORT_PAGE_WORDS: Readonly<Record<Language, ReportPageWords>> = {
  'zh-Hans': {
    title: '报告',
    question: '写成报告',
    answer: ['结论在前，', '每个数字都有脚注'],
    lead: '报告由同一批答案写成：文字、表格与图取自同一格数字，脚注给出序列、交易日、可知时间与编号。',
    language: '报告的语言',
    languages,
    take: '下载',
    formats: { html: 'HTML', pdf: 'PDF', docx: 'Word', md: 'Markdown' },
    preview: '预览',
    writing: '正在写报告：扫描、解释与一次小规模模拟，需要几秒',
    line: '命令行',
  },
  'zh-Hant': {
    title: '報告',
    question: '寫成報告',
    answer: ['結論在前，', '每個數字都有註腳'],
    lead: '報告由同一批答案寫成：文字、表格與圖取自同一格數字，註腳給出序列、交易日、可知時間與編號。',
    language: '報告的語言',
    languages,
    take: '下載',
    formats: { html: 'HTML', pdf: 'PDF', docx: 'Word', md: 'Markdown' },
    preview: '預覽',
    writing: '正在寫報告：掃描、解釋與一次小規模模擬，需要幾秒',
    line: '命令列',
  },
  en: {
    title: 'Report',
    question: 'Write it up',
    answer: ['The verdict first,', 'a footnote for every figure'],
    lead: 'The report is written from the same answers: text, tables and charts take their numbers from one cell, and a footnote gives series, session, known-at and id.',
    language: 'Language of the report',
    languages,
    take: 'Download',
    formats: { html: 'HTML', pdf: 'PDF', docx: 'Word', md: 'Markdown' },
    preview: 'Preview',
    writing: 'The report is being written: a scan, an explanation and a small simulation take some seconds',
    line: 'Command line',
  },
};
