import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { LANGUAGES, type Language } from '../../../data/series/entry.ts';
import type { SentFrame, Timeline } from '../../../report/page/index.ts';
import { PAGE_WORDS, type PageWords } from '../words/index.ts';
import { useAddress } from './address.ts';
import { useAsked } from './asking.ts';
import { covers, epochOf, instantOf } from './instant.ts';
import { type Settings, useSettings } from './settings.ts';

/** What every part of the page knows. */
export interface Surroundings {
  readonly language: Language;
  readonly words: PageWords;
  readonly settings: Settings;
  readonly frame: SentFrame | undefined;
  /** The latest sessions. */
  readonly timeline: Timeline | undefined;
  /** The sessions around the instant that is shown: the latest, or older ones. */
  readonly track: Timeline | undefined;
  /** What the pages show; undefined until the server has said where it opens. */
  readonly instant: string | undefined;
  /** As the address has it; undefined: the server's own. */
  readonly asOf: string | undefined;
}

const Context = createContext<Surroundings | undefined>(undefined);

export function useSurroundings(): Surroundings {
  const found = useContext(Context);
  if (!found) throw new Error('used outside the page');
  return found;
}

export function SurroundingsProvider({ children }: { children: ReactNode }) {
  const { query } = useAddress();
  const settings = useSettings();
  const asked = query.get('lang') ?? settings.language;
  const own = useAsked<SentFrame>(`/pages/frame?lang=${languageFrom(asked) ?? preferred()}`);
  const language = languageFrom(asked) ?? own.answer?.language ?? preferred();
  const { answer: frame } = useAsked<SentFrame>(`/pages/frame?lang=${language}`);
  const { answer: timeline } = useAsked<Timeline>(`/pages/timeline?lang=${language}`);
  const asOf = query.get('asof') ?? undefined;
  const instant = timeline && instantOf(timeline, asOf);
  const track = useTrack(timeline, instant, language);
  const value = useMemo(
    () => ({ language, words: PAGE_WORDS[language], settings, frame, timeline, track, instant, asOf }),
    [language, settings, frame, timeline, track, instant, asOf],
  );
  return <Context value={value}>{children}</Context>;
}

/** The sessions that an instant stands among; those before the latest ones are asked for, and kept while they reach. */
function useTrack(
  timeline: Timeline | undefined,
  instant: string | undefined,
  language: Language,
): Timeline | undefined {
  const [upTo, setUpTo] = useState<string | undefined>(undefined);
  const { answer: older } = useAsked<Timeline>(
    upTo === undefined ? undefined : `/pages/timeline?${new URLSearchParams({ asof: upTo, lang: language })}`,
  );
  const isOlder =
    timeline !== undefined &&
    instant !== undefined &&
    epochOf(instant) < epochOf(timeline.latest) &&
    !covers(timeline, instant);
  const isMissing = isOlder && !(older && covers(older, instant));
  useEffect(() => {
    if (isMissing) setUpTo(instant);
  }, [isMissing, instant]);
  return isOlder && older && covers(older, instant) ? older : timeline;
}

function languageFrom(tag: string | null | undefined): Language | undefined {
  return LANGUAGES.find((one) => one === tag);
}

/** First of the browser's languages that there is: traditional by script or region. */
function preferred(): Language {
  for (const tag of navigator.languages) {
    const low = tag.toLowerCase();
    if (low.startsWith('en')) return 'en';
    if (low.startsWith('zh')) return /hant|tw|hk|mo/.test(low) ? 'zh-Hant' : 'zh-Hans';
  }
  return 'en';
}
