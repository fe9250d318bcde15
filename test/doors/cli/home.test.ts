import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataHome, specimenHome } from '../../../src/doors/cli/home.ts';

const linux = { env: {}, platform: 'linux', userHome: '/home/ann' };

describe('the data home', () => {
  it('is what --home says, then TIDEMARK_HOME, then the folder of the platform', () => {
    const env = { TIDEMARK_HOME: '/data/tide' };
    expect(dataHome('here', { ...linux, env })).toBe(resolve('here'));
    expect(dataHome(undefined, { ...linux, env })).toBe('/data/tide');
    expect(dataHome(undefined, linux)).toBe('/home/ann/.local/share/tidemark');
  });

  it('takes an empty variable for one that is not set', () => {
    expect(dataHome('', { ...linux, env: { TIDEMARK_HOME: '' } })).toBe('/home/ann/.local/share/tidemark');
  });

  // XDG Base Directory Specification 0.8: a relative path is invalid and is ignored
  it('follows XDG_DATA_HOME only when it is absolute', () => {
    expect(dataHome(undefined, { ...linux, env: { XDG_DATA_HOME: '/x' } })).toBe('/x/tidemark');
    expect(dataHome(undefined, { ...linux, env: { XDG_DATA_HOME: 'x' } })).toBe(
      '/home/ann/.local/share/tidemark',
    );
  });

  it('has its usual place on macOS and on Windows', () => {
    expect(dataHome(undefined, { ...linux, platform: 'darwin', userHome: '/Users/ann' })).toBe(
      '/Users/ann/Library/Application Support/Tidemark',
    );
    const env = { LOCALAPPDATA: '/c/Local' };
    expect(dataHome(undefined, { env, platform: 'win32', userHome: '/c/ann' })).toBe('/c/Local/Tidemark');
    expect(dataHome(undefined, { env: {}, platform: 'win32', userHome: '/c/ann' })).toBe(
      join('/c/ann', 'AppData', 'Local', 'Tidemark'),
    );
  });

  it('keeps the specimen in a home of its own', () => {
    expect(specimenHome('/data/tide')).toBe('/data/tide/specimen');
  });
});
