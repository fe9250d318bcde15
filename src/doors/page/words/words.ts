/** What stands on the page around its answers. */
export interface PageWords {
  readonly navigation: string;
  readonly explain: string;
  readonly report: string;
  readonly data: string;
  readonly settings: string;
  readonly more: string;
  readonly toMain: string;
  readonly rise: string;
  readonly fall: string;
  readonly versions: (data: string, engine: string) => string;
  readonly simulated: string;
  readonly machine: {
    readonly label: string;
    readonly knownAt: string;
    readonly day: string;
    readonly latest: string;
    readonly slider: string;
    readonly score: string;
    readonly past: (instant: string) => string;
    readonly episodes: string;
    readonly type: string;
    readonly show: string;
  };
  readonly drawer: {
    readonly label: string;
    readonly whence: string;
    readonly close: string;
    readonly about: string;
    readonly knownAt: string;
    readonly id: string;
    readonly band: string;
    readonly formula: string;
    readonly inputs: string;
    readonly series: string;
    readonly value: string;
    readonly date: string;
    readonly state: string;
    readonly source: string;
    readonly copy: string;
    readonly copied: string;
    readonly first: string;
    readonly revised: string;
    readonly absent: string;
    readonly back: string;
    readonly open: string;
  };
  readonly state: {
    readonly loading: string;
    readonly recomputing: (instant: string) => string;
    readonly failed: string;
    readonly unreachable: string;
    readonly cancelled: string;
    readonly again: string;
    readonly cancel: string;
    readonly noValue: string;
    readonly unknown: string;
  };
  readonly table: {
    readonly asTable: string;
    readonly allColumns: string;
    readonly csv: string;
    readonly sortBy: (column: string) => string;
  };
  readonly keys: { readonly title: string; readonly close: string };
}
