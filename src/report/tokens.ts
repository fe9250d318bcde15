import type { Language } from '../data/series/entry.ts';

/**
 * Colours of the design, light and dark. Direction is one pair (warm, cool) whose meaning a reader may switch; plum is severity and
 * simulation, never a direction; `cat-1` … `cat-7` tell lines apart, whose names stand beside them. The steps are the depth of a heat map: 1 is faint, 4 carries text of the surface's colour.
 */
export const LIGHT = {
  bg: '#FBFBF9',
  surface: '#FFFFFF',
  sunk: '#F3F3EF',
  line: '#DEDFDA',
  control: '#858B94',
  ink: '#14171C',
  'ink-2': '#4A5059',
  'ink-3': '#666C75',
  accent: '#2B4CB8',
  warm: '#B83A0E',
  'warm-soft': '#F8DCCF',
  cool: '#00697A',
  'cool-soft': '#CFE9EC',
  sev: '#7B2560',
  'sev-soft': '#F3E2EE',
  'sev-1': '#F3E2EE',
  'sev-2': '#E0B5D2',
  'sev-3': '#C481AE',
  'sev-4': '#A04E86',
  'sev-5': '#7B2560',
  amber: '#8A5A00',
  'amber-soft': '#FBEFD5',
  'cat-1': '#2B4CB8',
  'cat-2': '#9A5B00',
  'cat-3': '#00786B',
  'cat-4': '#8E4EC6',
  'cat-5': '#A1284F',
  'cat-6': '#5F6B16',
  'cat-7': '#54606E',
} as const;

export type Token = keyof typeof LIGHT;

export const DARK: Readonly<Record<Token, string>> = {
  bg: '#0E1114',
  surface: '#15191E',
  sunk: '#1C2127',
  line: '#2A3038',
  control: '#6B737D',
  ink: '#ECEEF0',
  'ink-2': '#B3BAC3',
  'ink-3': '#8F97A1',
  accent: '#93AEFF',
  warm: '#FF8A5C',
  'warm-soft': '#4A2416',
  cool: '#4CC3D3',
  'cool-soft': '#0F3A41',
  sev: '#E08CC6',
  'sev-soft': '#3A1E31',
  'sev-1': '#33202D',
  'sev-2': '#5C2F4E',
  'sev-3': '#8A4774',
  'sev-4': '#B8689C',
  'sev-5': '#E08CC6',
  amber: '#E8B44C',
  'amber-soft': '#3A2C10',
  'cat-1': '#93AEFF',
  'cat-2': '#E9A94B',
  'cat-3': '#53C7B4',
  'cat-4': '#C99BF2',
  'cat-5': '#F28BAA',
  'cat-6': '#B4C25A',
  'cat-7': '#A3AEBB',
};

/** Share of the full colour at each depth of a heat map. */
const DEPTHS = [0.16, 0.32, 0.5, 1] as const;

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

/** Mix of two colours in sRGB; `share` of the second. */
export function mix(from: string, to: string, share: number): string {
  const [a, b] = [channels(from), channels(to)];
  const mixed = a.map((channel, index) => Math.round(channel + ((b[index] as number) - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}

function steps(theme: Readonly<Record<Token, string>>, name: 'warm' | 'cool'): [string, string][] {
  return DEPTHS.map((depth, index) => [`${name}-${index + 1}`, mix(theme.surface, theme[name], depth)]);
}

/** Neutral steps for the opposite sign of a correlation. */
function greys(theme: Readonly<Record<Token, string>>): [string, string][] {
  return DEPTHS.map((depth, index) => [`grey-${index + 1}`, mix(theme.surface, theme['ink-3'], depth)]);
}

/** Every colour variable of a theme, in a fixed order. */
export function themeVariables(
  theme: Readonly<Record<Token, string>>,
): readonly (readonly [string, string])[] {
  return [
    ...(Object.entries(theme) as [string, string][]),
    ...steps(theme, 'warm'),
    ...steps(theme, 'cool'),
    ...greys(theme),
  ];
}

/** Which colour is up when nothing is said: in mainland China warm. */
export function usualRise(language: Language): 'warm' | 'cool' {
  return language === 'zh-Hans' ? 'warm' : 'cool';
}

/** Every colour that a chart may name, on white paper. */
export function paperColours(rise: 'warm' | 'cool'): ReadonlyMap<string, string> {
  const paper = { ...LIGHT, bg: '#FFFFFF', surface: '#FFFFFF', sunk: '#FFFFFF' };
  const named = new Map(themeVariables(paper));
  const fall = rise === 'warm' ? 'cool' : 'warm';
  for (const depth of ['', ...DEPTHS.map((_, index) => `-${index + 1}`)]) {
    named.set(`up${depth}`, named.get(`${rise}${depth}`) as string);
    named.set(`down${depth}`, named.get(`${fall}${depth}`) as string);
  }
  return named;
}
