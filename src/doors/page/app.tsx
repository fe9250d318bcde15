import { useEffect } from 'react';
import { BottomBar } from './frame/bottom-bar.tsx';
import { Drawer } from './frame/drawer.tsx';
import { FindDialog } from './frame/find-dialog.tsx';
import { InstantDialog } from './frame/instant-dialog.tsx';
import { KeyBoard } from './frame/key-board.tsx';
import { KeysDialog } from './frame/keys-dialog.tsx';
import { News } from './frame/news.tsx';
import { Rail } from './frame/rail.tsx';
import { TimeMachine } from './frame/time-machine.tsx';
import { AnswerPage } from './pages/answer-page.tsx';
import { OWN_PAGES } from './pages/own.ts';
import { useAddress } from './state/address.ts';
import { useOpenDialog } from './state/dialogs.ts';
import { DrawerProvider } from './state/origins.tsx';
import { riseOf } from './state/settings.ts';
import { SurroundingsProvider, useSurroundings } from './state/surroundings.tsx';

export function App() {
  return (
    <SurroundingsProvider>
      <DrawerProvider>
        <Whole />
      </DrawerProvider>
    </SurroundingsProvider>
  );
}

function Whole() {
  const { language, settings, words } = useSurroundings();
  useEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    root.dataset.rise = riseOf(language, settings);
    root.dataset.density = settings.density ?? 'close';
    if (settings.theme) root.dataset.theme = settings.theme;
    else delete root.dataset.theme;
  }, [language, settings]);
  return (
    <KeyBoard>
      <a className="skip" href="#main">
        {words.toMain}
      </a>
      <Rail />
      <div className="stage">
        <TimeMachine />
        <CurrentPage />
      </div>
      <BottomBar />
      <Drawer />
      <News />
      <OpenDialog />
    </KeyBoard>
  );
}

function OpenDialog() {
  const open = useOpenDialog();
  if (open === 'instant') return <InstantDialog />;
  if (open === 'find') return <FindDialog />;
  return open === 'keys' ? <KeysDialog /> : null;
}

/** The page of the address: one written from an answer, or one of the page's own. */
function CurrentPage() {
  const { path } = useAddress();
  const { frame } = useSurroundings();
  const own = OWN_PAGES.find((one) => path === one.path || path.startsWith(`${one.path}/`));
  if (own) return <own.View />;
  if (!frame) return <main id="main" />;
  const sections = frame.pages.filter(({ under }) => under !== undefined);
  const page =
    frame.pages.find((one) => matches(one.path, path)) ??
    sections.find((one) => path === `/${one.under}`) ??
    frame.pages[0]!;
  return <AnswerPage page={page} />;
}

/** Whether an address is of a page: as it is written, or with something in the place of `:id`. */
function matches(pattern: string, path: string): boolean {
  if (!pattern.endsWith('/:id')) return pattern === path;
  const stem = pattern.slice(0, -'/:id'.length);
  return path.startsWith(`${stem}/`) && path.length > stem.length + 1;
}
