import { z } from 'zod';

export const lagParam = z.number().int().min(1).max(8).default(1).meta({
  unit: 'rows',
  description: 'p, lags of the vector autoregression; each adds N² coefficients',
});

export const horizonParam = z.number().int().min(2).max(60).default(10).meta({
  unit: 'rows',
  description: 'H, rows ahead whose forecast errors are decomposed; 10 in Diebold & Yilmaz (2012)',
});

export const maxGapParam = z.number().int().min(1).max(400).default(5).meta({
  unit: 'days',
  description:
    'longest step in calendar days between two rows that a lag may cross; raise it for weekly rows',
});
