import { type ReactNode, useEffect, useRef } from 'react';
import { useSurroundings } from '../state/surroundings.tsx';
import { useCommands } from './commands.ts';

/** Keys of the page; off while the reader types or something is open over it, and where single letters are switched off. */
export function KeyBoard({ children }: { children: ReactNode }) {
  const { settings } = useSurroundings();
  const commands = useCommands();
  const first = useRef('');
  useEffect(() => {
    const obeyed = commands.filter(({ run, always }) => run && (always || settings.keys !== 'off'));
    const pressed = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
      const keys = first.current === '' ? key : `${first.current} ${key}`;
      first.current = obeyed.some((command) => command.keys.startsWith(`${key} `)) ? key : '';
      const command = obeyed.find((one) => one.keys === keys) ?? obeyed.find((one) => one.keys === key);
      if (!command) return;
      event.preventDefault();
      command.run?.();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [commands, settings.keys]);
  return children;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
      (target instanceof HTMLInputElement && !/^(range|checkbox|radio|button)$/.test(target.type)))
  );
}
