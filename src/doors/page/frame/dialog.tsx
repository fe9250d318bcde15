import { type ReactNode, useEffect, useRef } from 'react';
import { closeDialog } from '../state/dialogs.ts';
import { useSurroundings } from '../state/surroundings.tsx';

/** What opens over the page; Esc and a click beside it close it, and the focus returns. */
export function Dialog({ title, children }: { title: string; children: ReactNode }) {
  const { words } = useSurroundings();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    box.current?.showModal();
    box.current?.querySelector('input')?.focus();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it by itself
    <dialog
      ref={box}
      className="dialog"
      aria-label={title}
      onClose={closeDialog}
      onClick={(event) => event.target === box.current && box.current.close()}
    >
      <header>
        <h2>{title}</h2>
        <button type="button" onClick={() => box.current?.close()}>
          {words.close} <kbd>Esc</kbd>
        </button>
      </header>
      {children}
    </dialog>
  );
}
