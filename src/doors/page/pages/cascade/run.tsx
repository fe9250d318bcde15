import type { CascadeRunning } from '../../../../report/page/index.ts';
import { useAddress } from '../../state/address.ts';
import { useSurroundings } from '../../state/surroundings.tsx';
import { usePage } from '../page-context.ts';
import { filled } from './filled.ts';

/** Whether what stands here is a preview, how far the full run is, and a way to stop it. */
export function CascadeRun({ data }: { data: CascadeRunning }) {
  const { run } = usePage();
  const { query } = useAddress();
  const { stages } = useSurroundings().words.state;
  const { words, shock, paths, full } = data;
  if (!run || run.phase === 'whole') return <div className="cascade-run" />;
  if (run.phase === 'brief') {
    const asked = changesOf(query.get('shock'));
    const isOther = asked !== '' && !shock.includes(asked.replace('%', ''));
    return (
      <div className="cascade-run">
        <span className="tag amber">
          {isOther
            ? filled(words.stillAt, { shock: asked, old: shock })
            : filled(words.computing, { paths: full })}
        </span>
      </div>
    );
  }
  const { progress } = run;
  const isComputing = run.phase === 'computing';
  return (
    <div className="cascade-run">
      {run.isBrief && <span className="tag amber">{filled(words.preview, { paths })}</span>}
      {isComputing && (
        <>
          <span>{filled(words.computing, { paths: full })}</span>
          {progress && (
            <>
              <progress
                value={progress.done}
                max={progress.total}
                aria-label={stages[progress.title] ?? progress.title}
              />
              <span>{filled(words.done, { done: progress.done, total: progress.total })}</span>
            </>
          )}
          <button type="button" onClick={run.cancel}>
            {words.cancel}
          </button>
        </>
      )}
      {!isComputing && run.isBrief && (
        <>
          <span role="status">{run.problem ?? words.cancelled}</span>
          <button type="button" onClick={run.inFull}>
            {words.full}
          </button>
        </>
      )}
    </div>
  );
}

/** The changes of a shock as the address has it: "−7%". */
function changesOf(shock: string | null): string {
  return (shock ?? '')
    .split(',')
    .map((part) => part.split('=')[1] ?? '')
    .join(', ')
    .replaceAll('-', '−');
}
