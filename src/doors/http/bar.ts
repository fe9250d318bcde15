import { LANGUAGES, type Language } from '../../data/series/entry.ts';

const NAMES: Readonly<Record<Language, string>> = { 'zh-Hans': '简体', 'zh-Hant': '繁體', en: 'English' };

interface BarWords {
  readonly label: string;
  readonly knownAt: string;
  readonly show: string;
  readonly latest: string;
}

const WORDS: Readonly<Record<Language, BarWords>> = {
  'zh-Hans': { label: '时点与语言', knownAt: '截至', show: '查看', latest: '最新' },
  'zh-Hant': { label: '時點與語言', knownAt: '截至', show: '查看', latest: '最新' },
  en: { label: 'Instant and language', knownAt: 'As known at', show: 'Show', latest: 'Latest' },
};

/** The page with a bar above it: another instant, another language, the same answer as Markdown and JSON. */
export function withBar(page: string, language: Language, asOf: string, query: URLSearchParams): string {
  return page.replace(/<body[^>]*>/, (body) => `${body}\n${bar(language, asOf, query)}`);
}

function bar(language: Language, asOf: string, query: URLSearchParams): string {
  const words = WORDS[language];
  const kept = ['universe', 'window'].flatMap((name) => {
    const value = query.get(name);
    return value ? [`<input type="hidden" name="${name}" value="${escapeHtml(value)}">`] : [];
  });
  const languages = LANGUAGES.map((one) =>
    one === language
      ? `<span aria-current="true" lang="${one}">${NAMES[one]}</span>`
      : `<a href="${href('/', query, { lang: one })}" lang="${one}" hreflang="${one}">${NAMES[one]}</a>`,
  );
  return `<nav class="tm-bar" aria-label="${words.label}">
<style>${STYLE}</style>
<form method="get" action="/">
<label>${words.knownAt} <input name="asof" value="${escapeHtml(asOf)}" size="17" spellcheck="false" autocomplete="off"></label>
<input type="hidden" name="lang" value="${language}">${kept.join('')}
<button>${words.show}</button>
<a href="${href('/', query, { asof: 'latest', lang: language })}">${words.latest}</a>
</form>
<span>${languages.join(' ')}</span>
<span><a href="${href('/report.md', query, { lang: language })}">Markdown</a> <a href="${href('/api/scan', query, { lang: null })}">JSON</a></span>
</nav>`;
}

function href(path: string, query: URLSearchParams, change: Readonly<Record<string, string | null>>): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  return escapeHtml(text === '' ? path : `${path}?${text}`);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const STYLE = `
.tm-bar{display:flex;flex-wrap:wrap;gap:8px 24px;align-items:center;padding:8px 16px;font:13px/1.6 Inter,system-ui,sans-serif;border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent)}
.tm-bar form{display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin:0}
.tm-bar input,.tm-bar button{font:inherit;color:inherit;background:transparent;border:1px solid color-mix(in srgb,currentColor 50%,transparent);border-radius:3px;padding:2px 8px;min-height:28px;max-width:100%}
.tm-bar a,.tm-bar span[aria-current]{display:inline-block;min-height:24px}
.tm-bar span[aria-current]{font-weight:620}
@media print{.tm-bar{display:none}}
`;
