import { memo } from 'react';
import type { Timeline } from '../../../report/page/index.ts';

const HEIGHT = 28;
const LOW = 20;

/** The score of each session of a track: faint below 20, plum from the level of the session that is shown. */
export const Scores = memo(function Scores({ track: { sessions }, at }: { track: Timeline; at: number }) {
  const level = sessions[at]?.score ?? 0;
  return (
    <svg
      viewBox={`0 0 ${sessions.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="scores"
    >
      {sessions.map(({ date, score }, k) => {
        const height = Math.max(1, ((score ?? 0) / 100) * HEIGHT);
        const tone = (score ?? 0) < LOW ? 'sev-2' : (score ?? 0) < level ? 'sev-3' : 'sev';
        return (
          <rect
            key={date}
            x={k + 0.1}
            width={0.8}
            y={HEIGHT - height}
            height={height}
            fill={`var(--${tone})`}
            opacity={k > at ? 0.35 : 1}
          />
        );
      })}
    </svg>
  );
});
