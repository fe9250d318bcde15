import { isAbsolute, join, resolve } from 'node:path';

export interface HomePlace {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly userHome: string;
}

/** The data home: `--home`, else TIDEMARK_HOME, else the platform's folder for data of programs. */
export function dataHome(option: string | undefined, place: HomePlace): string {
  const chosen = option || place.env.TIDEMARK_HOME;
  return chosen ? resolve(chosen) : platformHome(place);
}

function platformHome({ env, platform, userHome }: HomePlace): string {
  if (platform === 'darwin') return join(userHome, 'Library', 'Application Support', 'Tidemark');
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(userHome, 'AppData', 'Local'), 'Tidemark');
  const data = env.XDG_DATA_HOME;
  return join(data && isAbsolute(data) ? data : join(userHome, '.local', 'share'), 'tidemark');
}

/** Where the generated market lives: a home of its own inside the data home, so that it never meets real data. */
export function specimenHome(home: string): string {
  return join(home, 'specimen');
}
