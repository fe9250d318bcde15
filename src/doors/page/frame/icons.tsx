/** Small drawings that stand for the pages where there is no room for words. */
const PATHS: Readonly<Record<string, string>> = {
  verdict: 'M1 3h14M1 11c2-3 4-3 7 0s5 3 7 0',
  scan: 'M2 3h12M2 7h8M2 11h10M2 14.5h5',
  explain: 'M2 14h12M4 14V9M8 14V3M12 14V6',
  cascade: 'M2 2h4v4h4v4h4v4',
  report: 'M4 1.5h6l3 3v10H4zM6.5 8h4M6.5 11h4',
  data: 'M2.5 4c0-3 11-3 11 0v8c0 3-11 3-11 0zM2.5 4c0 3 11 3 11 0M2.5 8c0 3 11 3 11 0',
  settings: 'M2 4h7M13 4h1M2 8h2M8 8h6M2 12h6M12 12h2M11 2.5v3M6 6.5v3M10 10.5v3',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  page: 'M3 2.5h10v11H3zM5.5 6h5M5.5 9h5',
};

export function Icon({ of }: { of: string }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 16 16"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      strokeWidth={of === 'more' ? 2.4 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[of] ?? PATHS.page} />
    </svg>
  );
}
