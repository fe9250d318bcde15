import type { ReactNode } from 'react';
import { LANGUAGES, type Language } from '../../../data/series/entry.ts';
import { ask } from '../state/address.ts';
import { openDialog } from '../state/dialogs.ts';
import { choose } from '../state/settings.ts';
import { useSurroundings } from '../state/surroundings.tsx';

/** Named in themselves, so that a reader of one finds it among the others. */
const NAMES: Readonly<Record<Language, string>> = {
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  en: 'English',
};

const ZONES = [
  'Asia/Shanghai',
  'Asia/Hong_Kong',
  'Asia/Taipei',
  'Asia/Tokyo',
  'Asia/Singapore',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Chicago',
  'America/Los_Angeles',
];

/** What a reader may change; kept in this browser. */
export function SettingsPage() {
  const { words, language, settings } = useSurroundings();
  const said = words.settingsPage;
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <main id="main" tabIndex={-1} className="settings">
      <p className="question">{said.question}</p>
      <h1>{said.answer}</h1>
      <Choice
        name="language"
        title={said.language}
        value={language}
        options={LANGUAGES.map((one) => [
          one,
          <span lang={one} key={one}>
            {NAMES[one]}
          </span>,
        ])}
        onChange={(chosen) => {
          choose({ language: chosen });
          ask({ lang: null }, 'replace');
        }}
      />
      <Choice
        name="rise"
        title={said.rise}
        note={said.riseNote}
        value={settings.rise ?? ''}
        options={[
          ['', said.usual],
          ['warm', <Direction key="warm" of="warm" text={said.warm} />],
          ['cool', <Direction key="cool" of="cool" text={said.cool} />],
        ]}
        onChange={(chosen) => choose({ rise: chosen === '' ? undefined : chosen })}
      />
      <Choice
        name="theme"
        title={said.theme}
        value={settings.theme ?? ''}
        options={[
          ['', said.system],
          ['light', said.light],
          ['dark', said.dark],
        ]}
        onChange={(chosen) => choose({ theme: chosen === '' ? undefined : chosen })}
      />
      <section>
        <label htmlFor="zone">{said.zone}</label>
        <p className="hint">{said.zoneNote}</p>
        <select
          id="zone"
          value={settings.zone ?? ''}
          onChange={({ currentTarget: { value } }) => choose({ zone: value === '' ? undefined : value })}
        >
          <option value="">{said.none}</option>
          <option value={here}>{said.own(here)}</option>
          {ZONES.filter((zone) => zone !== here).map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </select>
      </section>
      <Choice
        name="density"
        title={said.density}
        value={settings.density ?? 'close'}
        options={[
          ['close', said.tight],
          ['wide', said.wide],
        ]}
        onChange={(density) => choose({ density })}
      />
      <Choice
        name="keys"
        title={said.keys}
        note={said.keysNote}
        value={settings.keys ?? 'on'}
        options={[
          ['on', said.on],
          ['off', said.off],
        ]}
        onChange={(keys) => choose({ keys })}
      />
      <p>
        <button type="button" onClick={() => openDialog('keys')}>
          {words.keys.all} <kbd>?</kbd>
        </button>
      </p>
    </main>
  );
}

function Direction({ of, text }: { of: 'warm' | 'cool'; text: string }) {
  return (
    <span className={`rise-${of}`}>
      <b className="rises">▲</b> <b className="falls">▼</b> {text}
    </span>
  );
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly title: string;
  readonly note?: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, label: ReactNode])[];
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ name, title, note, value, options, onChange }: ChoiceProps<T>) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {note !== undefined && <p className="hint">{note}</p>}
      {options.map(([one, label]) => (
        <label key={one}>
          <input type="radio" name={name} checked={value === one} onChange={() => onChange(one)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
