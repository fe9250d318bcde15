import { Fragment } from 'react';
import { useSurroundings } from '../state/surroundings.tsx';
import { useCommands } from './commands.ts';
import { Dialog } from './dialog.tsx';

const GROUPS = ['pages', 'time', 'reading'] as const;
const NAMES: Readonly<Record<string, string>> = { Escape: 'Esc', Enter: '↵' };

/** All keys there are. */
export function KeysDialog() {
  const { words, settings } = useSurroundings();
  const commands = useCommands();
  const { keys } = words;
  return (
    <Dialog title={keys.title}>
      {settings.keys === 'off' && <p className="hint">{keys.off}</p>}
      <div className="key-groups">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{keys[group]}</h3>
            <dl>
              {commands
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.keys}>
                    <dt>
                      {command.keys.split(' ').map((key, at) => (
                        <Fragment key={key}>
                          {at > 0 && <span className="after"> {keys.after} </span>}
                          <kbd>{NAMES[key] ?? key}</kbd>
                        </Fragment>
                      ))}
                    </dt>
                    <dd>{command.title}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
