export const SECTORS = [
  'software',
  'semiconductors',
  'communication',
  'financials',
  'regional-banks',
  'brokers',
  'insurance',
  'real-estate',
  'property-services',
  'industrials',
  'transport',
  'freight',
  'consumer',
  'staples',
  'health',
  'utilities',
  'energy',
  'materials',
] as const;
export type SectorId = (typeof SECTORS)[number];

/** The fund, or where a sector has none of its own a share, that stands for each sector. */
export const SECTOR_SERIES: Readonly<Record<SectorId, string>> = {
  software: 'igv',
  semiconductors: 'smh',
  communication: 'xlc',
  financials: 'xlf',
  'regional-banks': 'kre',
  brokers: 'schw',
  insurance: 'kie',
  'real-estate': 'xlre',
  'property-services': 'cbre',
  industrials: 'xli',
  transport: 'iyt',
  freight: 'chrw',
  consumer: 'xly',
  staples: 'xlp',
  health: 'xlv',
  utilities: 'xlu',
  energy: 'xle',
  materials: 'xlb',
};

export const SECTOR_MARKET = 'spy';
