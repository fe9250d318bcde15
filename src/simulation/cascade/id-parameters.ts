import { DEFAULT_CALIBRATION } from './calibration.ts';
import { claimText, parseClaim } from './claim.ts';
import { CASCADE_DEFAULTS, type CascadeOptions, checkOptions } from './options.ts';
import { DEFAULT_SHOCK, type ShockAsked, shockText } from './shock.ts';

const NUMBERS = ['over', 'paths', 'draws', 'seed', 'stepMinutes', 'horizonMinutes'] as const;

/** How a cascade without any seller is asked for. */
export const NO_SELLERS = 'none';

/** What differs from the defaults, as it stands in the ids of figures. */
export function idParameters(options: CascadeOptions): Record<string, string> {
  const { shock, sellers, assets, calibration, alone, causes, claim } = options;
  const text: Record<string, string> = {};
  if (shockText(shock) !== shockText(DEFAULT_SHOCK)) text.shock = shockText(shock);
  if (alone) text.alone = 'yes';
  if (sellers) text.sellers = sellers.length === 0 ? NO_SELLERS : [...sellers].sort().join(',');
  if (assets) text.assets = [...assets].sort().join(',');
  for (const key of NUMBERS) {
    if (options[key] !== CASCADE_DEFAULTS[key]) text[key] = String(options[key]);
  }
  if (calibration !== DEFAULT_CALIBRATION) text.calibration = calibration;
  if (causes !== CASCADE_DEFAULTS.causes) text.causes = causes;
  if (claim) text.claim = claimText(claim);
  return text;
}

/**
 * The options that the parameters of an id stand for: the inverse of `idParameters`.
 * @throws RangeError when they are none; UserError (2) for a claim that is none.
 */
export function optionsOfId(text: Readonly<Record<string, string>>): CascadeOptions {
  const numbers = NUMBERS.map((key) => [
    key,
    text[key] === undefined ? CASCADE_DEFAULTS[key] : Number(text[key]),
  ]);
  const options: CascadeOptions = {
    ...(Object.fromEntries(numbers) as Record<(typeof NUMBERS)[number], number>),
    shock: text.shock === undefined ? DEFAULT_SHOCK : shockOfId(text.shock),
    alone: text.alone === 'yes',
    sellers: text.sellers === NO_SELLERS ? [] : text.sellers?.split(','),
    assets: text.assets?.split(','),
    calibration: text.calibration ?? DEFAULT_CALIBRATION,
    causes: (text.causes ?? CASCADE_DEFAULTS.causes) as CascadeOptions['causes'],
    claim: text.claim === undefined ? undefined : parseClaim(text.claim),
  };
  checkOptions(options);
  return options;
}

function shockOfId(text: string): ShockAsked {
  return Object.fromEntries(
    text.split(',').map((part) => {
      const [asset = '', change = ''] = part.split(':');
      if (change.trim() !== '' && Number(change) > -1) return [asset, Number(change)];
      throw new RangeError(`not a shock: "${part}"; allowed: asset:change, a fraction above -1`);
    }),
  );
}
