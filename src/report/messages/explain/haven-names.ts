import type { Language } from '../../../data/series/entry.ts';
import type { HavenAsset } from '../../../diagnosis/explain/havens/returns.ts';
import type { Role } from '../../../diagnosis/explain/havens/role.ts';
import type { Wording } from '../../desk.ts';

/** Names of what is held, where the series that stands for it has another. */
const HELD: Readonly<Record<Language, Partial<Readonly<Record<HavenAsset, string>>>>> = {
  'zh-Hans': {
    'gold-front': '黄金',
    tlt: '长期美债',
    ief: '中期美债',
    'usd-jpy': '日元',
    'chf-jpy': '瑞士法郎',
    bil: '短期国库券',
  },
  'zh-Hant': {
    'gold-front': '黃金',
    tlt: '長期美債',
    ief: '中期美債',
    'usd-jpy': '日圓',
    'chf-jpy': '瑞士法郎',
    bil: '短期國庫券',
  },
  en: {
    'gold-front': 'Gold',
    tlt: 'Long Treasuries',
    ief: '7–10-year Treasuries',
    'usd-jpy': 'Yen',
    'chf-jpy': 'Swiss franc',
    bil: 'Treasury bills',
  },
};

/** The asset as a table names it: "Yen" for the holder's side of USD/JPY. */
export function heldName(desk: Wording, asset: HavenAsset): string {
  return HELD[desk.language][asset] ?? desk.name(asset);
}

export const ROLE_NAMES: Readonly<Record<Language, Readonly<Record<Role, string>>>> = {
  'zh-Hans': { hedge: '对冲', 'safe-haven': '避险', diversifier: '分散', 'risk-asset': '风险资产' },
  'zh-Hant': { hedge: '對沖', 'safe-haven': '避險', diversifier: '分散', 'risk-asset': '風險資產' },
  en: { hedge: 'hedge', 'safe-haven': 'safe haven', diversifier: 'diversifier', 'risk-asset': 'risk asset' },
};
