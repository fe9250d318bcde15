import { usePage } from '../page-context.ts';

const FORMATS = ['csv', 'json', 'parquet'] as const;

/** Links that download a series as it was known. */
export function TakeSeries({ data }: { data: unknown }) {
  const { asOf } = usePage();
  const { id, label } = data as { readonly id: string; readonly label: string };
  return (
    <p className="take">
      {label}
      {FORMATS.map((format) => (
        <a
          key={format}
          className="button"
          download={`${id}.${format}`}
          href={`/api/v1/series/${encodeURIComponent(id)}?format=${format}&asof=${encodeURIComponent(asOf)}`}
        >
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}
