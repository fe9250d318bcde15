import { LANGUAGES, type Language, type Words } from '../../data/series/entry.ts';
import type { ReportLink } from '../../report/index.ts';

const NAMES: Readonly<Record<Language, string>> = { 'zh-Hans': '简体', 'zh-Hant': '繁體', en: 'English' };

interface BarWords {
  readonly label: string;
  readonly knownAt: string;
  readonly show: string;
  readonly latest: string;
  readonly days: string;
}

const WORDS: Readonly<Record<Language, BarWords>> = {
  'zh-Hans': { label: '时点', knownAt: '截至', show: '查看', latest: '最新', days: '值得一看的日子' },
  'zh-Hant': { label: '時點', knownAt: '截至', show: '查看', latest: '最新', days: '值得一看的日子' },
  en: { label: 'Instant', knownAt: 'As known at', show: 'Show', latest: 'Latest', days: 'Days to look at' },
};

/** A day to look at: what happened, and the date to ask for. */
export interface Bookmark {
  readonly date: string;
  readonly title: Words;
}

export interface Bar {
  readonly language: Language;
  readonly asOf: string;
  readonly query: URLSearchParams;
  readonly bookmarks: readonly Bookmark[];
}

/** The page with a bar above it, to ask for another instant. */
export function withBar(page: string, bar: Bar): string {
  return page.replace(/<body[^>]*>/, (body) => `${body}\n${barHtml(bar)}`);
}

/** The links of the running line: the other languages, and the same answer as Markdown and JSON. */
export function pageLinks(language: Language, query: URLSearchParams): ReportLink[] {
  const languages = LANGUAGES.map((one) => ({
    text: NAMES[one],
    href: href('/', query, { lang: one }),
    language: one,
    current: one === language,
  }));
  return [
    ...languages,
    { text: 'Markdown', href: href('/api/v1/report', query, { lang: language }) },
    { text: 'JSON', href: href('/api/v1/scan', query, { lang: null, assume: null }) },
  ];
}

function barHtml({ language, asOf, query, bookmarks }: Bar): string {
  const words = WORDS[language];
  const kept = ['universe', 'window', 'event', 'assume'].flatMap((name) => {
    const value = query.get(name);
    return value ? [`<input type="hidden" name="${name}" value="${escapeHtml(value)}">`] : [];
  });
  const link = (asof: string, text: string) =>
    `<a href="${escapeHtml(href('/', query, { asof, lang: language }))}">${escapeHtml(text)}</a>`;
  const days = bookmarks.map(({ date, title }) => `<li>${link(date, `${date} ${title[language]}`)}</li>`);
  return `<nav class="tm-bar" aria-label="${words.label}">
<style>${STYLE}</style>
<form method="get" action="/">
<label>${words.knownAt} <input name="asof" value="${escapeHtml(asOf)}" size="17" spellcheck="false" autocomplete="off"></label>
<input type="hidden" name="lang" value="${language}">${kept.join('')}
<button>${words.show}</button>
${link('latest', words.latest)}
</form>
${days.length > 0 ? `<details><summary>${words.days}</summary><ul>${days.join('')}</ul></details>` : ''}
</nav>`;
}

function href(path: string, query: URLSearchParams, change: Readonly<Record<string, string | null>>): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  return text === '' ? path : `${path}?${text}`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const STYLE = `
.tm-bar{display:flex;flex-wrap:wrap;gap:8px 24px;align-items:center;max-width:794px;margin:0 auto;padding:12px 48px 0;font:400 12px/1.6 var(--font-ui);color:var(--ink-2)}
.tm-bar form{display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin:0}
.tm-bar input,.tm-bar button{font:inherit;color:inherit;background:transparent;border:1px solid var(--ink-3);border-radius:3px;padding:2px 8px;min-height:28px;max-width:100%}
.tm-bar button{cursor:pointer}
.tm-bar a{color:var(--accent);text-decoration:none;display:inline-block;min-height:24px;padding:3px 0}
.tm-bar summary{cursor:pointer;min-height:24px;padding:3px 0}
.tm-bar ul{list-style:none;margin:4px 0;padding:0}
@media screen and (max-width:760px){.tm-bar{padding:12px 16px 0}}
@media print{.tm-bar{display:none}}
`;
