import { DARK, LIGHT, themeVariables } from '../tokens.ts';

/** Latin subsets as base64 of WOFF2 files; Chinese comes from the reader's own system. */
export interface ReportFonts {
  readonly inter?: string;
  readonly serif?: string;
}

const UI =
  '"Inter Variable", system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei UI", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';
const WORDS =
  '"Source Serif 4 Variable", "Songti SC", "Source Han Serif SC", "Noto Serif CJK SC", "PingFang SC", "Microsoft YaHei", serif';
const UI_HANT =
  '"Inter Variable", system-ui, -apple-system, "PingFang TC", "Microsoft JhengHei UI", "Noto Sans CJK TC", sans-serif';
const WORDS_HANT =
  '"Source Serif 4 Variable", "Songti TC", "Source Han Serif TC", "Noto Serif CJK TC", "PingFang TC", "Microsoft JhengHei", serif';

function variables(theme: Parameters<typeof themeVariables>[0]): string {
  return themeVariables(theme)
    .map(([name, value]) => `--${name}:${value};`)
    .join('');
}

function directions(up: 'warm' | 'cool', down: 'warm' | 'cool'): string {
  const depths = ['', '-1', '-2', '-3', '-4'];
  return depths
    .map((depth) => `--up${depth}:var(--${up}${depth});--down${depth}:var(--${down}${depth});`)
    .join('');
}

function fontFace(family: string, base64: string | undefined): string {
  if (base64 === undefined) return '';
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) {
    throw new RangeError(`the font "${family}" is not base64; allowed: the base64 of a WOFF2 file`);
  }
  return `@font-face{font-family:"${family}";font-weight:200 900;font-display:swap;src:url(data:font/woff2;base64,${base64}) format("woff2")}`;
}

/** A text as a CSS string that cannot leave its quotes or its element. */
export function cssString(text: string): string {
  const safe = text.replace(/["\\<>&\n\r\f]/g, (char) => `\\${char.charCodeAt(0).toString(16)} `);
  return `"${safe}"`;
}

export interface PageWords {
  readonly left: string;
  readonly right: string;
  readonly before: string;
  readonly of: string;
  readonly after: string;
}

function pageRules({ left, right, before, of, after }: PageWords): string {
  const box = `font:500 8.5pt ${UI};color:#4A5059;border-bottom:.75pt solid #14171C;vertical-align:bottom;padding-bottom:3pt;margin-bottom:9pt`;
  return `@page{size:A4;margin:62px 48px 52px;
@top-left{content:${cssString(left)};${box};text-align:left}
@top-center{content:"";${box}}
@top-right{content:${cssString(`${right} · ${before}`)} counter(page) ${cssString(of)} counter(pages) ${cssString(after)};${box};text-align:right}}`;
}

const BASE = `
*,*::before,*::after{box-sizing:border-box}
html{font-size:100%;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--surface);color:var(--ink);font:400 13px/1.45 var(--font-ui);font-variant-numeric:tabular-nums lining-nums;text-autospace:normal;overflow-wrap:break-word}
:lang(zh){--lh-words:1.75;--lh-head:1.35;--lh-ui:1.6}
body:lang(zh){line-height:1.6}
.page{max-width:794px;margin:0 auto;padding:24px 48px 62px}
.running{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:baseline;justify-content:space-between;border-bottom:1.5px solid var(--ink);padding:0 0 6px;font-size:12px;color:var(--ink-2)}
.running strong{font-weight:500;color:var(--ink)}
h1,h2,h3,h4{font-family:var(--font-words);line-height:var(--lh-head);font-weight:620}
:lang(en) h1{text-wrap:balance}
h1{font-size:30px;margin:22px 0 8px}
:lang(zh) h1 span{display:inline-block}
h2{font-size:20px;margin:34px 0 8px}
h3{font-size:16px;margin:26px 0 6px}
h4{font-size:14px;margin:20px 0 4px}
h2 b,h3 b{color:var(--sev);margin-right:.6em;font-weight:620}
.asof{margin:0 0 14px;color:var(--ink-2);font-size:12px}
.asof span{display:inline-block}
p.words{font:400 16px/var(--lh-words) var(--font-words);margin:0 0 10px;max-width:var(--measure)}
p.lead{font-size:17px}
p.words b{font-weight:620}
a.f{color:inherit;text-decoration:none}
p a.f,li a.f,.box a.f{text-decoration:underline dotted 1px var(--control);text-underline-offset:.28em}
a.f:hover{text-decoration:underline;text-underline-offset:.28em}
a.f sup{display:inline-block;text-decoration:none}
a:focus-visible,summary:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
a.f{white-space:nowrap}
a.f.missing{color:var(--ink-3)}
p a.f sup,.box a.f sup,figcaption a.f sup,.cap a.f sup,li a.f sup{font:500 10px/1 var(--font-ui);color:var(--accent);vertical-align:super;margin-left:1px}
.up{color:var(--up)}.down{color:var(--down)}
.tag{display:inline-block;font:500 11px/1.5 var(--font-ui);border:1px solid var(--ink-3);border-radius:3px;padding:0 5px;margin-right:6px;vertical-align:.1em;white-space:nowrap}
.tag.simulated{color:var(--sev);border-color:var(--sev);background:repeating-linear-gradient(45deg,var(--sev-soft) 0 3px,var(--surface) 3px 6px);print-color-adjust:exact;-webkit-print-color-adjust:exact}
.notice{border:1px solid var(--sev);background:repeating-linear-gradient(45deg,var(--sev-soft) 0 3px,transparent 3px 6px);padding:6px 8px;margin:0 0 14px;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.notice span{background:var(--surface);color:var(--sev);padding:2px 6px;font-weight:620;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.box{display:grid;grid-template-columns:repeat(5,1fr);border:1.5px solid var(--ink);margin:0 0 18px}
.box div{padding:8px 10px;border-left:1px solid var(--line);min-width:0}
.box div:first-child{border-left:0}
.box dt{font-size:12px;color:var(--ink-2)}
.box dd{margin:0}
.box dd.v{font-size:18px;font-weight:620;line-height:1.35;margin:1px 0 2px}
.box dd.n{font-size:11.5px;line-height:1.4;color:var(--ink-2)}
.box .score{color:var(--sev)}
.warnings{border-left:3px solid var(--amber);padding:2px 0 2px 12px;margin:14px 0 0;font-size:12px;color:var(--ink-2)}
.warnings p{margin:0 0 2px;font-weight:620;color:var(--amber)}
.warnings ul,ul.plain{margin:0;padding:0;list-style:none}
ul.plain li{margin:0 0 3px;font-size:12px;color:var(--ink-2)}
figure{margin:22px 0 0;padding:8px 0 0;border-top:1.5px solid var(--ink);break-inside:avoid}
figcaption,.cap{font-size:13px;font-weight:620;text-align:left}
figcaption .m,.cap .m{display:block;font-weight:400;font-size:12px;color:var(--ink-2);margin-top:1px}
.label{margin-right:.9em}
.pictures{margin-top:8px}
.multiples{display:grid;grid-template-columns:repeat(auto-fill,minmax(165px,1fr));gap:10px 12px}
.halves{display:grid;grid-template-columns:1fr 1fr;gap:0 24px}
svg{display:block;max-width:100%;height:auto}
svg text{font-family:var(--font-ui);text-autospace:no-autospace}
.narrow{display:none}
.t{margin:24px 0 0;padding:8px 0 0;border-top:1.5px solid var(--ink)}
.t+p.words,figure+p.words,details+p.words{margin-top:16px}
details .t{border:0;margin:0;padding:0}
details{margin-top:6px;font-size:12px}
summary{color:var(--accent);cursor:pointer;min-height:24px;padding:3px 0}
table{border-collapse:collapse;width:100%;font-size:12px;line-height:1.35;margin-top:6px}
th,td{padding:4px 0 4px 10px;text-align:right;vertical-align:top;font-weight:400}
th:first-child{padding-left:0}
td{white-space:nowrap}
th.start,td.start{text-align:left}
td.start{white-space:normal}
thead th{color:var(--ink-2);font-size:11.5px;vertical-align:bottom;border-bottom:1.5px solid var(--ink)}
tbody{border-bottom:1px solid var(--line)}
tbody th[scope=rowgroup]{font-weight:620;text-align:left;padding-top:9px}
tbody th[scope=row]{text-align:left}
.u{display:block;font-size:11px;color:var(--ink-3);white-space:nowrap}
th .u{white-space:normal}
td.faint{color:var(--ink-3)}
th sup{font:500 10px/1 var(--font-ui);vertical-align:super;margin-left:2px}
th sup a{color:var(--accent);text-decoration:none;padding:0 1px}
.more{display:none}
.absent{font-size:11px;color:var(--ink-3);margin:6px 0 0}
.notes{font-size:11px;line-height:1.45;color:var(--ink-2);padding-left:2.2em;margin:6px 0 0}
.notes li{margin:0 0 3px;overflow-wrap:anywhere;break-inside:avoid}
.notes li::marker{color:var(--accent)}
.notes li:target{background:var(--sev-soft)}
code{font:400 .94em ui-monospace,"SF Mono","Cascadia Mono","Noto Sans Mono CJK SC",monospace;overflow-wrap:anywhere}
.contents{margin:22px 0 0;padding:8px 0 0;border-top:1.5px solid var(--ink);font-size:12px}
.contents>b{font-size:13px;font-weight:620}
.contents ol{list-style:none;margin:4px 0 0;padding:0}
.contents>ol{columns:2;column-gap:24px}
.contents>ol>li{break-inside:avoid;margin:0 0 8px;font-weight:620}
.contents ol ol{margin:0;font-weight:400}
.contents a{display:block;color:var(--ink);text-decoration:none;padding:2px 0;min-height:24px}
.contents a:hover{text-decoration:underline}
.contents a b{color:var(--sev);font-weight:500;margin-right:.6em}
.appendix{margin-top:26px;font-size:inherit}
.appendix>summary{padding:4px 0}
.appendix>summary h2{display:inline;margin:0}
.back h2{font-size:16px;margin-top:26px}
.back p,.back p.words{font:400 12px/1.5 var(--font-ui);color:var(--ink-2);margin:0 0 8px;max-width:none;overflow-wrap:anywhere}
`;

const PHONE = `
@media screen and (max-width:760px){
.page{padding:12px 16px 40px}
h1{font-size:22px;margin-top:16px}
.box{grid-template-columns:1fr 1fr}
.box div{border-left:0;border-top:1px solid var(--line)}
.box div:first-child{grid-column:1/-1;border-top:0}
.box div:nth-child(odd):not(:first-child){border-left:1px solid var(--line)}
.contents>ol{columns:1}
.halves{grid-template-columns:1fr}
.wide{display:none}.narrow{display:block}.narrow svg{width:min(100%,336px)}
table,thead,tbody{display:block}
tr{display:flex;flex-wrap:wrap;align-items:baseline}
tr>*{flex:1 1 18%;min-width:0;padding-left:4px}
tr>.start{flex:0 0 36%;padding-left:0}
tr>[data-k=z]{flex:1 1 12%}
tr>[data-k=since]{flex:1 1 28%}
tr>.rest{order:2;flex:0 0 50%;display:flex;flex-wrap:wrap;justify-content:flex-end;gap:0 6px;white-space:normal;font-size:11px;color:var(--ink-2);padding:1px 0}
tr>.rest:nth-of-type(odd){padding-right:8px}
td.rest::before{content:attr(data-label);color:var(--ink-3);text-align:left;margin-right:auto}
td .u,td[data-k=state],td[data-k=before],td[data-k=now],td[data-k=before] a.f,td[data-k=now] a.f{white-space:normal}
td.rest .u{display:inline;margin-left:4px}
thead tr>.rest,tr>td.rest:empty{display:none}
.more{display:flex;align-items:center;gap:8px;min-height:32px;font-size:12px;color:var(--accent)}
.t:not(:has(.more input:checked)) tr>td.rest{display:none}
tbody tr{border-top:1px solid var(--line);padding:2px 0 4px}
tbody tr.g{border-top:0}
tr.g>th{flex:1 0 100%}
}
`;

const PRINT = `
@media print,(min-width:761px){.notes{columns:2;column-gap:40px;font-size:10.5px}}
@media print{
:root{--bg:#fff;--surface:#fff;--sunk:#fff}
.page{max-width:none;padding:0}
.running{display:none}
h1{margin-top:0}
h2,h3,h4{break-after:avoid}
tr,li,p{break-inside:avoid}
thead{display:table-header-group}
details{display:none}
details.appendix{display:block}
details.appendix::details-content{content-visibility:visible;display:block}
.contents{display:none}
svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
a{color:inherit}
p a.f,li a.f,.box a.f{text-decoration:none}
}
`;

/** The design's variables: both voices, both themes, both directions; `data-theme` and `data-rise` at the root choose. */
export function tokenRules(): string {
  const dark = `color-scheme:dark;${variables(DARK)}`;
  return [
    `:root{color-scheme:light;--font-ui:${UI};--font-words:${WORDS};--lh-words:1.55;--lh-head:1.2;--measure:68ch;${variables(LIGHT)}${directions('cool', 'warm')}}`,
    `:root:lang(zh-Hant){--font-ui:${UI_HANT};--font-words:${WORDS_HANT}}`,
    ':root:lang(zh){--measure:none}',
    `:root[data-rise=warm]{${directions('warm', 'cool')}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}`,
    `@media screen{:root[data-theme=dark]{${dark}}}`,
    '@media (prefers-contrast:more){:root{--ink-2:var(--ink);--ink-3:var(--ink);--line:var(--control)}}',
  ].join('\n');
}

/** The whole style sheet: both themes, both directions, phone, paper. */
export function styleSheet(fonts: ReportFonts, page: PageWords): string {
  return [
    fontFace('Inter Variable', fonts.inter),
    fontFace('Source Serif 4 Variable', fonts.serif),
    tokenRules(),
    BASE,
    PHONE,
    PRINT,
    pageRules(page),
  ].join('\n');
}
