// Made from docs/openapi.json by `npm run docs:api`.

export type Figure = {
  readonly id: string;
  readonly value: number | null;
  readonly unit: string;
  readonly asOf: string;
  readonly of: {
    readonly formula: string;
    readonly series: readonly (string)[];
    readonly params?: Readonly<Record<string, string | number>>;
    readonly inputs?: readonly ({
      readonly symbol: string;
      readonly series: string;
      readonly date: string;
    })[];
  };
  readonly window?: {
    readonly from: string;
    readonly to: string;
    readonly n: number;
  };
  readonly band?: {
    readonly low: number;
    readonly high: number;
    readonly level: number;
    readonly how: string;
  };
  readonly flags: readonly ("simulated" | "proxy" | "stale" | "late-vintage" | "revised" | "suspect" | "under-reported" | "unproven" | "extrapolated")[];
  readonly why?: string;
};

export type Words = {
  readonly "zh-Hans": string;
  readonly "zh-Hant": string;
  readonly en: string;
};

export type Scan = {
  readonly verb: "scan";
  readonly schema: 1;
  readonly engine: string;
  readonly dataVersion: string;
  readonly asOf: string;
  readonly simulated: boolean;
  readonly sessions: readonly ({
    readonly calendar: string;
    readonly date: string;
    readonly closedAt: string;
  })[];
  readonly warnings: readonly ({
    readonly kind: "missing" | "not-yet-known" | "stale" | "revised" | "suspect" | "short-history";
    readonly series: string;
    readonly title: Words;
    readonly latest?: string;
    readonly due?: string;
  })[];
  readonly parameters: {
    readonly universe: string;
    readonly window: string;
    readonly event?: string;
  };
  readonly joint: {
    readonly verdict: "quiet" | "selective" | "broad" | "indiscriminate" | "not-measured";
    readonly scope: "none" | "crypto-only" | "crypto-led" | "metals-only" | "metals-led" | "equity-only" | "equity-led" | "energy-only" | "energy-led" | "credit-only" | "credit-led" | "cross-asset" | "not-measured";
    readonly score: Figure;
    readonly rank: Figure;
    readonly of: Figure;
    readonly percentile: Figure;
    readonly since: string;
    readonly perYear: Figure;
    readonly perYearIndependent: Figure;
    readonly classes: readonly ({
      readonly assetClass: "equity" | "credit" | "metals" | "energy" | "crypto";
      readonly move: Figure;
      readonly contribution: Figure;
      readonly members: readonly ({
        readonly id: string;
        readonly z: Figure;
      })[];
    })[];
    readonly hedges: readonly ({
      readonly hedge: "treasuries" | "dollar" | "yen" | "cash";
      readonly series: string;
      readonly change: Figure;
      readonly z: Figure;
      readonly held: boolean;
    })[];
    readonly leftOut: readonly ({
      readonly what: string;
      readonly title: Words;
      readonly reason: "not-yet-known" | "missing" | "short-history";
    })[];
    readonly history: readonly ({
      readonly date: string;
      readonly score: number | null;
    })[];
    readonly histogram: readonly (number)[];
  };
  readonly rose: readonly (string)[];
  readonly fell: readonly (string)[];
  readonly instruments: readonly ({
    readonly id: string;
    readonly title: Words;
    readonly assetClass: "crypto" | "equity" | "metals" | "energy" | "credit" | "rates" | "fx" | "volatility" | "cash" | "liquidity" | "flows" | "positioning" | "derivatives" | "on-chain" | "macro" | "sentiment" | "stress";
    readonly venue?: string;
    readonly quote?: string;
    readonly date: string;
    readonly closedAt: string;
    readonly unit: string;
    readonly close: Figure;
    readonly change: {
      readonly window: Figure;
      readonly day: Figure;
      readonly week: Figure;
      readonly month: Figure;
      readonly year: Figure;
    };
    readonly lowVsPrevious?: Figure;
    readonly newYorkDay?: Figure;
    readonly z: Figure;
    readonly windowZ?: Figure;
    readonly percentile: Figure;
    readonly drawdown: {
      readonly fromClose: Figure;
      readonly peakCloseDate: string;
      readonly peakClose: Figure;
      readonly fromHigh?: Figure;
      readonly peakHighDate?: string;
      readonly peakHigh?: Figure;
      readonly daysUnderWater: Figure;
    };
    readonly averages: {
      readonly average50: Figure;
      readonly below50Since: string | null;
      readonly average200: Figure;
      readonly below200Since: string | null;
    };
    readonly bearSince: string | null;
    readonly volatility: {
      readonly annual: Figure;
      readonly percentile: Figure;
    };
    readonly volumeRatio?: Figure;
    readonly volumeVerdict?: "thin" | "ordinary" | "confirmed";
    readonly indexClose?: {
      readonly previous: Figure;
      readonly points: Figure;
      readonly gap: Figure;
      readonly check: "consistent" | "inconsistent" | "not-measured";
    };
    readonly streak: {
      readonly direction: "fall" | "rise" | "none";
      readonly sessions: Figure;
      readonly change: Figure;
    };
    readonly record: {
      readonly direction: "fall" | "rise";
      readonly since: string | null;
      readonly from: string;
      readonly rank: Figure;
      readonly of: Figure;
      readonly what: "day";
    };
    readonly weekRecord: {
      readonly direction: "fall" | "rise";
      readonly since: string | null;
      readonly from: string;
      readonly rank: Figure;
      readonly of: Figure;
      readonly what: "week";
    };
    readonly roundTrip: string | null;
    readonly spark: readonly (number | null)[];
  })[];
  readonly breadth: readonly ({
    readonly assetClass: "crypto" | "equity" | "metals" | "energy" | "credit" | "rates" | "fx" | "volatility" | "cash" | "liquidity" | "flows" | "positioning" | "derivatives" | "on-chain" | "macro" | "sentiment" | "stress";
    readonly n: number;
    readonly down: Figure;
    readonly below: Figure;
    readonly above50: Figure;
    readonly above200: Figure;
    readonly dispersion: Figure;
  })[];
  readonly together: {
    readonly correlationShort: Figure;
    readonly correlationLong: Figure;
    readonly cryptoCorrelationShort: Figure;
    readonly firstEigenvectorShort: Figure;
    readonly firstEigenvectorLong: Figure;
    readonly cissLike: Figure;
    readonly matrix: {
      readonly ids: readonly (string)[];
      readonly short: readonly (readonly (number | null)[])[];
      readonly long: readonly (readonly (number | null)[])[];
      readonly shortDays: number;
      readonly longDays: number;
    };
  };
  readonly analogues: {
    readonly days: readonly ({
      readonly date: string;
      readonly distance: Figure;
      readonly score: Figure;
      readonly after: readonly ({
        readonly series: string;
        readonly sessions: number;
        readonly change: Figure;
      })[];
    })[];
    readonly fan: readonly ({
      readonly series: string;
      readonly horizons: readonly ({
        readonly sessions: number;
        readonly n: number;
        readonly median: Figure;
      })[];
    })[];
    readonly from: string;
  };
  readonly flight: {
    readonly kind: "none" | "to-treasuries" | "to-dollar-cash" | "to-treasuries-and-dollar" | "out-of-everything" | "undecided";
    readonly evidence: readonly ({
      readonly series: string;
      readonly change: Figure;
    })[];
  };
  readonly shock: {
    readonly kind: "growth" | "policy" | "liquidity" | "relief" | "easing" | "not-measured";
    readonly yield2y: Figure;
    readonly equity: Figure;
  };
  readonly sectors: {
    readonly index: string;
    readonly move: Figure;
    readonly parts: readonly ({
      readonly series: string;
      readonly title: Words;
      readonly weight: Figure;
      readonly contribution: Figure;
    })[];
    readonly residual: Figure;
  } | null;
  readonly dispersion: readonly ({
    readonly basket: string;
    readonly title: Words;
    readonly standardDeviation: Figure;
    readonly percentile: Figure;
    readonly best: string;
    readonly worst: string;
  })[];
  readonly snapBack: readonly ({
    readonly series: string;
    readonly sameDay: Figure;
    readonly nextDay: Figure;
  })[];
  readonly valueLost: readonly ({
    readonly series: string;
    readonly day: Figure;
    readonly fromPeak: Figure;
    readonly supply: Figure;
  })[];
  readonly levels: readonly ({
    readonly series: string;
    readonly date: string;
    readonly close: Figure;
    readonly legFrom: string;
    readonly step: Figure;
    readonly rungs: readonly ({
      readonly kind: "round" | "swing-low" | "swing-high" | "average-50" | "average-200" | "peak-close" | "peak-high";
      readonly of: string | null;
      readonly price: Figure;
      readonly distance: Figure;
      readonly state: "broken-today" | "broken-earlier" | "reclaimed" | "held" | "not-reached";
      readonly brokenOn: string | null;
      readonly testedOn: string | null;
      readonly lastBelow: string | null;
    })[];
  })[];
  readonly volatilityCones: readonly ({
    readonly series: string;
    readonly yangZhang: Figure;
    readonly yangZhangPercentile: Figure;
    readonly windows: readonly ({
      readonly sessions: number;
      readonly now: Figure;
      readonly percentile: Figure;
      readonly min: Figure;
      readonly low: Figure;
      readonly median: Figure;
      readonly high: Figure;
      readonly max: Figure;
      readonly maxDate: string | null;
    })[];
    readonly crises: readonly ({
      readonly crisis: "2008-10" | "2020-03";
      readonly peak: Figure;
      readonly date: string | null;
      readonly ratio: Figure;
    })[];
  })[];
  readonly volatilityRanking: {
    readonly order: readonly (string)[];
    readonly silverOverBitcoin: Figure;
  };
  readonly sectorBreadth: {
    readonly n: number;
    readonly down: Figure;
    readonly above50: Figure;
    readonly above200: Figure;
  } | null;
  readonly upVolume: {
    readonly n: number;
    readonly share: Figure;
    readonly classes: readonly ({
      readonly assetClass: "crypto" | "equity" | "metals" | "energy" | "credit" | "rates" | "fx" | "volatility" | "cash" | "liquidity" | "flows" | "positioning" | "derivatives" | "on-chain" | "macro" | "sentiment" | "stress";
      readonly n: number;
      readonly share: Figure;
    })[];
  };
  readonly vix: {
    readonly date: string;
    readonly level: Figure;
    readonly points: Figure;
    readonly change: Figure;
    readonly percentile: Figure;
    readonly highestSince: string | null;
    readonly from: string;
    readonly ratio: Figure;
    readonly ratioPercentile: Figure;
    readonly termStructure: "normal" | "inverted" | "not-measured";
    readonly invertedSince: string | null;
  } | null;
  readonly pairs: {
    readonly session: string;
    readonly measured: readonly ({
      readonly a: string;
      readonly b: string;
      readonly from: string;
      readonly spans: readonly ({
        readonly sessions: number;
        readonly changeA: Figure;
        readonly changeB: Figure;
        readonly zA: Figure;
        readonly zB: Figure;
        readonly both: boolean;
      })[];
      readonly rankCorrelation: Figure;
      readonly falling: boolean;
      readonly since: string | null;
      readonly day: Figure;
      readonly lastEpisode: {
        readonly from: string;
        readonly to: string;
      } | null;
      readonly share: Figure;
      readonly shareIndependent: Figure;
      readonly pValue: Figure;
    })[];
    readonly leftOut: readonly ({
      readonly a: string;
      readonly b: string;
    })[];
  };
  readonly tiers: {
    readonly session: string;
    readonly tiers: readonly ({
      readonly tier: "majors" | "large-alts" | "smaller-alts";
      readonly members: readonly ({
        readonly series: string;
        readonly day: Figure;
        readonly recent: Figure;
      })[];
      readonly day: Figure;
      readonly recent: Figure;
    })[];
    readonly day: {
      readonly difference: Figure;
      readonly t: Figure;
      readonly degreesOfFreedom: Figure;
      readonly pValue: Figure;
    };
    readonly recent: {
      readonly difference: Figure;
      readonly t: Figure;
      readonly degreesOfFreedom: Figure;
      readonly pValue: Figure;
    };
    readonly paired: {
      readonly difference: Figure;
      readonly t: Figure;
      readonly degreesOfFreedom: Figure;
      readonly pValue: Figure;
    };
    readonly sessions: number;
    readonly counts: {
      readonly alts: number;
      readonly majors: number;
    };
    readonly betas: readonly ({
      readonly series: string;
      readonly beta: Figure;
      readonly n: Figure;
    })[];
    readonly leftOut: readonly (string)[];
  } | null;
  readonly curve: {
    readonly session: string;
    readonly previous: string;
    readonly tenors: readonly ({
      readonly series: string;
      readonly before: Figure;
      readonly after: Figure;
      readonly change: Figure;
    })[];
    readonly odd: readonly (string)[];
    readonly slopes: readonly ({
      readonly name: string;
      readonly level: Figure;
      readonly change: Figure;
    })[];
    readonly components: readonly ({
      readonly name: "level" | "slope" | "curvature";
      readonly score: Figure;
      readonly share: Figure;
    })[];
    readonly market: readonly ({
      readonly series: string;
      readonly date: string;
      readonly level: Figure;
      readonly change: Figure;
    })[];
  } | null;
  readonly league: {
    readonly session: string;
    readonly members: readonly ({
      readonly series: string;
      readonly day: Figure;
      readonly year: Figure;
      readonly rankDay: Figure;
      readonly rankYear: Figure;
    })[];
    readonly leftOut: readonly (string)[];
    readonly spread: {
      readonly level: Figure;
      readonly change: Figure;
    } | null;
  } | null;
  readonly event: {
    readonly instant: string;
    readonly reactions: readonly ({
      readonly series: string;
      readonly before: string | null;
      readonly after: string | null;
      readonly next: string | null;
      readonly change: Figure;
      readonly nextChange: Figure;
    })[];
  } | null;
};

export type Explain = {
  readonly verb: "explain";
  readonly schema: 1;
  readonly engine: string;
  readonly dataVersion: string;
  readonly asOf: string;
  readonly simulated: boolean;
  readonly sessions: readonly ({
    readonly calendar: string;
    readonly date: string;
    readonly closedAt: string;
  })[];
  readonly warnings: readonly ({
    readonly kind: "missing" | "not-yet-known" | "stale" | "revised" | "suspect" | "short-history";
    readonly series: string;
    readonly title: Words;
    readonly latest?: string;
    readonly due?: string;
  })[];
  readonly parameters: {
    readonly asset?: string;
    readonly window: string;
    readonly assume?: string;
    readonly section?: "liquidity" | "drivers" | "flows" | "havens" | "network";
  };
  readonly liquidity?: {
    readonly parts: {
      readonly liquidityState: {
        readonly state: "expanding" | "flat" | "shrinking" | null;
        readonly sure: boolean | null;
        readonly definitions: readonly ({
          readonly id: "net" | "net-average" | "net-deposits" | "net-credit" | "net-stablecoins" | "reserves" | "three-central-banks";
          readonly date: string | null;
          readonly state: "expanding" | "flat" | "shrinking" | null;
          readonly change: Figure;
          readonly size: Figure;
        })[];
        readonly counts: {
          readonly expanding: number;
          readonly flat: number;
          readonly shrinking: number;
        };
      } | null;
      readonly netLiquidity: {
        readonly date: string | null;
        readonly level: Figure;
        readonly previous: Figure;
        readonly parts: readonly ({
          readonly series: "fed-assets" | "tga" | "fed-rrp";
          readonly value: Figure;
        })[];
        readonly changes: readonly ({
          readonly weeks: number;
          readonly from: string | null;
          readonly total: Figure;
          readonly contributions: readonly ({
            readonly series: "fed-assets" | "tga" | "fed-rrp";
            readonly value: Figure;
          })[];
          readonly impulse: Figure;
        })[];
        readonly percentile: Figure;
        readonly record: {
          readonly kind: "low" | "high";
          readonly since: string | null;
          readonly from: string;
        } | null;
        readonly daily: {
          readonly date: string | null;
          readonly level: Figure;
          readonly parts: readonly ({
            readonly series: string;
            readonly date: string;
            readonly ageDays: number;
            readonly value: Figure;
          })[];
        };
        readonly published: {
          readonly at: string;
          readonly next: string;
        } | null;
        readonly history: {
          readonly dates: readonly (string)[];
          readonly net: readonly (number | null)[];
          readonly assets: readonly (number | null)[];
          readonly treasury: readonly (number | null)[];
          readonly reverseRepo: readonly (number | null)[];
        };
      } | null;
      readonly liquidityVariants: {
        readonly definitions: readonly ({
          readonly id: "net" | "net-average" | "net-deposits" | "net-credit" | "net-stablecoins" | "reserves" | "three-central-banks";
          readonly date: string | null;
          readonly level: Figure;
          readonly years: readonly ({
            readonly year: number;
            readonly from: string | null;
            readonly to: string | null;
            readonly change: Figure;
            readonly share: Figure;
          })[];
        })[];
        readonly verdict: {
          readonly year: number;
          readonly fell: number;
          readonly rose: number;
        };
      } | null;
      readonly fundingSpread: {
        readonly date: string | null;
        readonly spread: Figure;
        readonly percentile: Figure;
        readonly days: readonly ({
          readonly line: number;
          readonly count: Figure;
        })[];
        readonly tails: readonly ({
          readonly series: "tgcr" | "sofr-99";
          readonly date: string | null;
          readonly spread: Figure;
        })[];
        readonly facilities: readonly ({
          readonly series: "fed-srf" | "fed-primary-credit" | "fed-swap-lines";
          readonly date: string | null;
          readonly level: Figure;
          readonly most: Figure;
          readonly mostDate: string | null;
        })[];
      } | null;
      readonly reserves: {
        readonly date: string | null;
        readonly level: Figure;
        readonly changes: readonly ({
          readonly weeks: number;
          readonly from: string | null;
          readonly change: Figure;
        })[];
        readonly gauges: readonly ({
          readonly id: "bank-assets" | "gdp" | "bank-credit";
          readonly share: Figure;
          readonly zone: "scarce" | "ample" | "abundant" | null;
          readonly scarceBelow: number | null;
          readonly abundantFrom: number | null;
        })[];
        readonly runway: {
          readonly gauge: "bank-assets" | "gdp" | null;
          readonly monthly: Figure;
          readonly paces: readonly ({
            readonly pace: number | null;
            readonly months: Figure;
          })[];
        };
        readonly reverseRepo: {
          readonly level: Figure;
          readonly ofRecord: Figure;
          readonly exhausted: boolean | null;
        };
      } | null;
      readonly balanceSheet: {
        readonly curves: readonly ({
          readonly id: "fed-assets" | "net-liquidity";
          readonly turns: readonly ({
            readonly kind: "peak" | "trough";
            readonly date: string;
            readonly known: string;
            readonly value: Figure;
          })[];
          readonly candidate: {
            readonly kind: "peak" | "trough";
            readonly date: string;
            readonly confirmed: string | null;
            readonly value: Figure;
            readonly since: Figure;
          } | null;
        })[];
        readonly purchases: {
          readonly series: "fed-bills" | "fed-treasuries";
          readonly announced: string;
          readonly monthly: Figure;
          readonly ofTarget: Figure;
          readonly total: Figure;
        };
        readonly enterprises: {
          readonly announced: string;
          readonly bought: Figure;
          readonly ofOrder: Figure;
        };
        readonly paces: readonly ({
          readonly id: string;
          readonly weeks: number;
          readonly monthly: Figure;
        })[];
      } | null;
      readonly creditImpulse: {
        readonly lines: readonly ({
          readonly series: "bank-credit" | "bank-loans" | "bank-deposits" | "bank-other-deposits";
          readonly date: string | null;
          readonly level: Figure;
          readonly growth: Figure;
          readonly yearGrowth: Figure;
        })[];
        readonly impulse: {
          readonly date: string | null;
          readonly flow: Figure;
          readonly flowBefore: Figure;
          readonly value: Figure;
          readonly percentile: Figure;
        };
      } | null;
      readonly projection: {
        readonly date: string | null;
        readonly level: Figure;
        readonly pillars: readonly ({
          readonly id: "fed" | "banks" | "mortgage";
          readonly monthly: {
            readonly low: Figure;
            readonly base: Figure;
            readonly high: Figure;
          };
          readonly asked?: Figure;
          readonly inSum: boolean;
        })[];
        readonly forecasts: readonly ({
          readonly weeks: number;
          readonly target: string | null;
          readonly settled: string | null;
          readonly change: {
            readonly low: Figure;
            readonly base: Figure;
            readonly high: Figure;
          };
          readonly contributions: {
            readonly fed: Figure;
            readonly banks: Figure;
          };
          readonly asked?: {
            readonly change: Figure;
            readonly contributions: readonly ({
              readonly id: "fed" | "banks" | "mortgage";
              readonly value: Figure;
            })[];
          };
        })[];
        readonly scores: readonly ({
          readonly weeks: number;
          readonly error: Figure;
          readonly errorUnchanged: Figure;
          readonly skill: Figure;
        })[];
        readonly history: {
          readonly dates: readonly (string)[];
          readonly actual: readonly (number | null)[];
          readonly low: readonly (number | null)[];
          readonly base: readonly (number | null)[];
          readonly high: readonly (number | null)[];
          readonly asked?: readonly (number | null)[];
        };
      } | null;
      readonly cashRegime: {
        readonly date: string | null;
        readonly horizons: readonly ({
          readonly sessions: number;
          readonly cash: Figure;
          readonly beat: Figure;
          readonly classes: readonly ({
            readonly assetClass: "crypto" | "equity" | "metals" | "energy" | "credit" | "rates" | "fx" | "volatility" | "cash" | "liquidity" | "flows" | "positioning" | "derivatives" | "on-chain" | "macro" | "sentiment" | "stress";
            readonly change: Figure;
          })[];
        })[];
        readonly lamp: {
          readonly on: boolean | null;
          readonly since: string | null;
          readonly baseRate: Figure;
        };
      } | null;
      readonly conformity: {
        readonly assets: readonly ({
          readonly asset: string;
          readonly from: string | null;
          readonly to: string | null;
          readonly verdict: "signal" | "no-signal" | "too-short";
          readonly lead: "liquidity-first" | "same-week" | "asset-first" | null;
          readonly sameWay: boolean | null;
          readonly p: Figure;
          readonly years: readonly ({
            readonly year: number;
            readonly from: string | null;
            readonly to: string | null;
            readonly whole: boolean;
            readonly liquidity: Figure;
            readonly price: Figure;
            readonly agrees: boolean | null;
            readonly correlation: Figure;
          })[];
          readonly agreement: {
            readonly share: Figure;
            readonly byChance: Figure;
          };
          readonly leadLag: {
            readonly lag: number | null;
            readonly r: Figure;
            readonly critical: Figure;
            readonly p: Figure;
          };
          readonly lags: {
            readonly weeks: readonly (number)[];
            readonly r: readonly (number | null)[];
          };
          readonly responses: readonly ({
            readonly weeks: number;
            readonly beta: Figure;
          })[];
          readonly responseP: Figure;
          readonly cointegration: {
            readonly statistic: Figure;
            readonly critical: Figure;
            readonly p: Figure;
          };
          readonly forecast: {
            readonly gain: Figure;
            readonly p: Figure;
          };
        })[];
        readonly history: {
          readonly dates: readonly (string)[];
          readonly liquidity: readonly (number | null)[];
          readonly assets: readonly ({
            readonly asset: string;
            readonly values: readonly (number | null)[];
          })[];
        };
        readonly standing: "association";
      } | null;
      readonly divergence: {
        readonly pairs: readonly ({
          readonly first: string;
          readonly second: string;
          readonly date: string | null;
          readonly z: Figure;
          readonly p: Figure;
          readonly alarm: boolean | null;
          readonly weeks: Figure;
          readonly baseRate: Figure;
          readonly closed: {
            readonly count: Figure;
            readonly medianWeeks: Figure;
            readonly byFirst: number;
            readonly bySecond: number;
            readonly byBoth: number;
          };
          readonly episodes: readonly ({
            readonly from: string;
            readonly to: string | null;
            readonly weeks: number;
            readonly widest: Figure;
            readonly closedBy: "first" | "second" | "both" | null;
          })[];
        })[];
        readonly history: {
          readonly dates: readonly (string)[];
          readonly lines: readonly ({
            readonly first: string;
            readonly second: string;
            readonly values: readonly (number | null)[];
          })[];
        };
      } | null;
      readonly commonTrough: {
        readonly asset: string;
        readonly troughs: readonly ({
          readonly date: string;
          readonly seen: string;
          readonly knowable: string | null;
          readonly confirmed: boolean;
          readonly value: Figure;
          readonly stoodWeeks: number;
          readonly failed: string | null;
        })[];
        readonly judged: {
          readonly date: string;
          readonly seen: string;
          readonly knowable: string | null;
          readonly confirmed: boolean;
          readonly value: Figure;
          readonly stoodWeeks: number;
          readonly failed: string | null;
        } | null;
        readonly matches: readonly ({
          readonly id: "net-liquidity" | "fed-assets";
          readonly trough: {
            readonly date: string;
            readonly seen: string;
            readonly knowable: string | null;
            readonly confirmed: boolean;
            readonly value: Figure;
            readonly stoodWeeks: number;
            readonly failed: string | null;
          } | null;
          readonly gap: Figure;
          readonly near: boolean | null;
        })[];
        readonly verdict: "failed" | "stands" | "confirmed" | "none";
        readonly lowest: {
          readonly date: string | null;
          readonly value: Figure;
        };
        readonly record: {
          readonly share: Figure;
          readonly byChance: Figure;
        };
      } | null;
      readonly liquidityValuation: {
        readonly technology: readonly ({
          readonly target: "nasdaq-100" | "nasdaq-100-forward-pe";
          readonly date: string | null;
          readonly liquidity: Figure;
          readonly realYield: Figure;
          readonly rSquared: Figure;
          readonly actual: Figure;
          readonly fitted: Figure;
          readonly residual: Figure;
        })[];
        readonly debasement: {
          readonly month: string | null;
          readonly elasticity: Figure;
          readonly fair: Figure;
          readonly deviation: Figure;
          readonly cointegrationP: Figure;
          readonly segments: readonly ({
            readonly from: string;
            readonly to: string;
            readonly growth: Figure;
          })[];
          readonly history: {
            readonly dates: readonly (string)[];
            readonly price: readonly (number | null)[];
            readonly fair: readonly (number | null)[];
          };
        };
        readonly mortgage: {
          readonly date: string | null;
          readonly spread: Figure;
        };
        readonly velocity: {
          readonly date: string | null;
          readonly level: Figure;
          readonly change: Figure;
        };
      } | null;
      readonly policyTable: {
        readonly target: {
          readonly date: string | null;
          readonly lower: Figure;
          readonly upper: Figure;
        };
        readonly quoted: readonly ({
          readonly series: "us-2y" | "us-10y" | "us-10y-real" | "dollar-index" | "dollar-broad";
          readonly date: string | null;
          readonly level: Figure;
          readonly change: Figure;
          readonly month: Figure;
        })[];
        readonly window: number;
      } | null;
      readonly centralBanks: {
        readonly banks: readonly ({
          readonly bank: "fed" | "ecb" | "boj" | "boe";
          readonly series: readonly (string)[];
          readonly date: string | null;
          readonly rate: Figure;
          readonly lastMove: {
            readonly effective: string;
            readonly decision: string | null;
            readonly change: Figure;
          } | null;
          readonly nextDecision: string | null;
          readonly divergence: {
            readonly now: Figure;
            readonly overYear: Figure;
          } | null;
        })[];
        readonly expected: {
          readonly date: string | null;
          readonly rate: Figure;
          readonly move: Figure;
        };
      } | null;
    };
    readonly needs: readonly ({
      readonly series: string;
      readonly title: Words;
      readonly parts: readonly (string)[];
      readonly sources: readonly (string)[];
    })[];
  };
  readonly drivers?: {
    readonly parts: {
      readonly driverSplit: {
        readonly assets: readonly ({
          readonly asset: string;
          readonly from: string | null;
          readonly to: string | null;
          readonly move: Figure;
          readonly utcDay: boolean;
          readonly drivers: readonly ({
            readonly driver: "real-yield" | "dollar" | "equity" | "credit" | "volatility" | "liquidity" | "carry" | "technology";
            readonly series: readonly (string)[];
            readonly date: string | null;
            readonly moved: Figure;
            readonly contribution: Figure;
            readonly share: Figure;
          })[];
          readonly explained: Figure;
          readonly residual: {
            readonly value: Figure;
            readonly share: Figure;
            readonly score: Figure;
            readonly rarity: Figure;
            readonly reversal: readonly ({
              readonly sessions: number;
              readonly cases: number;
              readonly share: Figure;
              readonly base: Figure;
              readonly hits: Figure;
              readonly baseHits: Figure;
            })[];
          };
          readonly single: "real-yield" | "dollar" | "equity" | "credit" | "volatility" | "liquidity" | "carry" | "technology" | "residual" | null;
          readonly sample: {
            readonly from: string;
            readonly to: string;
            readonly n: number;
          } | null;
          readonly outOfSample: Figure;
          readonly standing: "association";
        })[];
      } | null;
      readonly twoCauses: {
        readonly assets: readonly ({
          readonly asset: string;
          readonly from: string | null;
          readonly to: string | null;
          readonly move: Figure;
          readonly causes: readonly ({
            readonly cause: "liquidity" | "technology";
            readonly series: readonly (string)[];
            readonly contribution: Figure;
            readonly share: Figure;
            readonly unclear: boolean | null;
          })[];
          readonly explained: Figure;
          readonly residual: Figure;
          readonly residualShare: Figure;
          readonly single: "liquidity" | "technology" | "residual" | null;
          readonly outOfSample: Figure;
          readonly sample: {
            readonly from: string;
            readonly to: string;
            readonly n: number;
          } | null;
        })[];
        readonly standing: "association";
      } | null;
      readonly threeShocks: {
        readonly from: string | null;
        readonly date: string | null;
        readonly shocks: readonly ({
          readonly shock: "policy" | "carry" | "programme";
          readonly series: readonly (string)[];
          readonly window: Figure;
          readonly rarity: Figure;
          readonly largest: {
            readonly date: string;
            readonly z: Figure;
          } | null;
          readonly base: Figure;
        })[];
        readonly sessions: readonly ({
          readonly date: string;
          readonly z: readonly (Figure)[];
        })[];
        readonly leading: "policy" | "carry" | "programme" | null;
        readonly history: {
          readonly dates: readonly (string)[];
          readonly z: readonly (readonly (number | null)[])[];
        };
        readonly standing: "unproven";
      } | null;
      readonly causalOrder: {
        readonly assets: readonly ({
          readonly asset: string;
          readonly effect: {
            readonly date: string;
            readonly time: string | null;
            readonly size: Figure;
          } | null;
          readonly rows: readonly ({
            readonly driver: "real-yield" | "dollar" | "equity" | "credit" | "volatility" | "liquidity" | "carry" | "technology";
            readonly series: readonly (string)[];
            readonly cause: {
              readonly date: string;
              readonly time: string | null;
              readonly size: Figure;
            };
            readonly hours: number | null;
            readonly leads: Figure;
            readonly lags: Figure;
            readonly order: "precedes" | "follows" | "both" | "neither" | null;
            readonly asCause: boolean;
          })[];
        })[];
      } | null;
      readonly channels: {
        readonly channels: readonly ({
          readonly channel: "liquidity" | "term-premium" | "dollar";
          readonly series: readonly (string)[];
          readonly from: string | null;
          readonly to: string | null;
          readonly size: Figure;
          readonly rank: Figure;
          readonly responses: readonly ({
            readonly asset: string;
            readonly move: Figure;
            readonly agrees: boolean | null;
            readonly record: Figure;
            readonly proven: boolean;
          })[];
        })[];
      } | null;
      readonly quietFundamentals: {
        readonly assets: readonly ({
          readonly asset: string;
          readonly date: string | null;
          readonly size: Figure;
          readonly runUp: Figure;
          readonly rank: Figure;
          readonly decisions: readonly ({
            readonly bank: "fed" | "ecb" | "boj" | "boe";
            readonly date: string;
          })[];
          readonly kind: "endogenous" | "exogenous" | "undetermined" | null;
        })[];
        readonly standing: "unproven";
      } | null;
      readonly yieldExposure: {
        readonly breakAt: string;
        readonly assets: readonly ({
          readonly asset: string;
          readonly realYield: {
            readonly slope: Figure;
            readonly sign: "as-expected" | "conflict" | "unclear" | null;
            readonly sameYears: Figure;
            readonly years: number;
          };
          readonly dollar: {
            readonly slope: Figure;
            readonly sign: "as-expected" | "conflict" | "unclear" | null;
            readonly sameYears: Figure;
            readonly years: number;
          };
          readonly rSquared: Figure;
          readonly break: {
            readonly before: Figure;
            readonly after: Figure;
            readonly p: Figure;
          };
          readonly window: {
            readonly from: string | null;
            readonly to: string | null;
            readonly yieldDate: string | null;
            readonly move: Figure;
            readonly realYield: Figure;
            readonly dollar: Figure;
            readonly rest: Figure;
          };
        })[];
      } | null;
      readonly rateAnchor: {
        readonly from: string | null;
        readonly before: string | null;
        readonly date: string | null;
        readonly yieldDay: Figure;
        readonly yieldWindow: Figure;
        readonly assets: readonly ({
          readonly asset: string;
          readonly duration: Figure;
          readonly rSquared: Figure;
          readonly agreed: Figure;
          readonly byChance: Figure;
          readonly day: {
            readonly implied: Figure;
            readonly actual: Figure;
            readonly rest: Figure;
          };
          readonly window: {
            readonly implied: Figure;
            readonly actual: Figure;
            readonly rest: Figure;
          };
          readonly check: "as-implied" | "against" | "unclear" | null;
        })[];
        readonly standing: "association";
      } | null;
      readonly returnNews: {
        readonly from: string | null;
        readonly date: string | null;
        readonly step: number;
        readonly states: readonly ("term" | "credit" | "valuation" | "value-spread")[];
        readonly valuation: "cape" | "output" | null;
        readonly move: Figure;
        readonly expected: Figure;
        readonly discountRate: Figure;
        readonly cashFlow: Figure;
        readonly shares: {
          readonly cashFlow: Figure;
          readonly discountRate: Figure;
          readonly covariance: Figure;
        };
        readonly without: {
          readonly cashFlow: Figure;
          readonly discountRate: Figure;
          readonly last: Figure;
        };
        readonly r2: Figure;
        readonly kind: "cash-flow" | "discount-rate" | "undetermined" | null;
        readonly standing: "unproven";
      } | null;
      readonly policyPath: {
        readonly next: {
          readonly date: string | null;
          readonly meeting: string | null;
          readonly expected: Figure;
          readonly cut: Figure;
          readonly dayChange: Figure;
          readonly windowChange: Figure;
        };
        readonly paths: readonly ({
          readonly source: "futures" | "prediction-market";
          readonly date: string;
          readonly meetings: readonly ({
            readonly meeting: string;
            readonly cut: Figure;
            readonly change: Figure;
            readonly byThen: Figure;
          })[];
          readonly firstCut: string | null;
          readonly monotone: boolean;
          readonly shifts: readonly ({
            readonly date: string;
            readonly firstCut: string | null;
          })[];
        })[];
      } | null;
      readonly policyReaction: {
        readonly event: {
          readonly time: string;
          readonly title: Words;
          readonly source: Words;
          readonly sessions: number;
        } | null;
        readonly assets: readonly ({
          readonly asset: string;
          readonly reaction: string | null;
          readonly horizons: readonly ({
            readonly sessions: number;
            readonly move: Figure;
            readonly placebo: Figure;
            readonly unusual: boolean;
          })[];
          readonly total: Figure;
          readonly later: Figure;
          readonly fall: {
            readonly date: string;
            readonly move: Figure;
            readonly lag: number;
          } | null;
        })[];
      } | null;
      readonly policyStance: {
        readonly cuts: {
          readonly source: "assumed" | "futures" | "two-year" | null;
          readonly date: string | null;
          readonly change: Figure;
        };
        readonly pace: {
          readonly source: "assumed" | "measured";
          readonly date: string | null;
        };
        readonly now: {
          readonly pace: Figure;
          readonly equivalent: Figure;
          readonly net: Figure;
          readonly liquidity: Figure;
        };
        readonly caps: readonly ({
          readonly pace: Figure;
          readonly equivalent: Figure;
          readonly net: Figure;
          readonly liquidity: Figure;
        })[];
        readonly offset: Figure;
      } | null;
      readonly policyGap: {
        readonly date: string | null;
        readonly market: Figure;
        readonly rate: Figure;
        readonly inflation: Figure;
        readonly unemployment: Figure;
        readonly rule: Figure;
        readonly gap: Figure;
        readonly excess: Figure;
        readonly rank: Figure;
        readonly cases: number;
        readonly closed: Figure;
        readonly rebound: Figure;
        readonly base: Figure;
        readonly proven: boolean;
      } | null;
      readonly termPremium: {
        readonly date: string | null;
        readonly yield: Figure;
        readonly premium: Figure;
        readonly expected: Figure;
        readonly rank: Figure;
        readonly spans: readonly ({
          readonly sessions: number;
          readonly from: string | null;
          readonly yield: Figure;
          readonly premium: Figure;
          readonly expected: Figure;
          readonly share: Figure;
        })[];
        readonly usual: Figure;
      } | null;
      readonly growthFear: {
        readonly day: {
          readonly from: string | null;
          readonly to: string | null;
          readonly kind: "growth" | "policy" | "liquidity" | "easing" | "relief" | null;
          readonly yield: Figure;
          readonly equity: Figure;
        };
        readonly window: {
          readonly from: string | null;
          readonly to: string | null;
          readonly kind: "growth" | "policy" | "liquidity" | "easing" | "relief" | null;
          readonly yield: Figure;
          readonly equity: Figure;
        };
        readonly stretch: {
          readonly from: string;
          readonly to: string;
          readonly quadrants: readonly ({
            readonly kind: "growth" | "policy" | "liquidity" | "easing" | "relief";
            readonly share: Figure;
            readonly base: Figure;
          })[];
          readonly asMany: Figure;
          readonly after: {
            readonly fell: Figure;
            readonly base: Figure;
            readonly proven: boolean;
          };
        } | null;
      } | null;
      readonly tighteningIndex: {
        readonly date: string | null;
        readonly banks: readonly ({
          readonly series: string;
          readonly rate: Figure;
          readonly changes: readonly (Figure)[];
          readonly real: Figure;
        })[];
        readonly horizons: readonly ({
          readonly months: number;
          readonly banks: number;
          readonly realBanks: number;
          readonly up: Figure;
          readonly down: Figure;
          readonly mean: Figure;
          readonly real: Figure;
        })[];
        readonly base: Figure;
        readonly verdict: "supports" | "refutes" | "mixed" | null;
        readonly history: {
          readonly dates: readonly (string)[];
          readonly net: readonly (number | null)[];
        };
        readonly standing: "unproven";
      } | null;
      readonly labourBoard: {
        readonly rows: readonly ({
          readonly series: string;
          readonly shown: "level" | "change";
          readonly weak: "fall" | "rise";
          readonly date: string | null;
          readonly released: string | null;
          readonly value: Figure;
          readonly change: Figure;
          readonly z: Figure;
          readonly weakerIn: string | null;
          readonly historyFrom: string | null;
          readonly firstPrint: Figure;
          readonly surprise: Figure;
          readonly revision: Figure;
        })[];
      } | null;
      readonly yenCarry: {
        readonly from: string | null;
        readonly date: string | null;
        readonly verdict: "supported" | "not-supported" | "not-measured";
        readonly gauge: Figure;
        readonly percentile: Figure;
        readonly baseRate: Figure;
        readonly yen: Figure;
        readonly basket: Figure;
        readonly assets: Figure;
        readonly ratio: Figure;
        readonly reported: string | null;
        readonly legs: readonly ({
          readonly leg: "yen" | "basket" | "carry-to-volatility" | "positions" | "assets" | "link";
          readonly measure: Figure;
          readonly line: number;
          readonly score: Figure;
          readonly passed: boolean | null;
        })[];
        readonly betas: readonly ({
          readonly asset: "nasdaq-100" | "sp500" | "nikkei-225" | "btc-usd" | "gold-front" | "gdx";
          readonly from: string | null;
          readonly to: string | null;
          readonly beta: Figure;
          readonly move: Figure;
          readonly explained: Figure;
          readonly rest: Figure;
        })[];
        readonly history: {
          readonly dates: readonly (string)[];
          readonly gauge: readonly (number | null)[];
        };
      } | null;
      readonly durationLadder: {
        readonly ladders: readonly ({
          readonly ladder: "bonds" | "equities";
          readonly date: string | null;
          readonly windows: readonly ({
            readonly sessions: number;
            readonly from: string | null;
            readonly slope: Figure;
            readonly rank: Figure;
            readonly p: Figure;
            readonly baseRate: Figure;
            readonly sameSide: Figure;
            readonly side: "downhill" | "uphill" | "mixed" | null;
          })[];
          readonly assets: readonly ({
            readonly asset: string;
            readonly rung: number;
            readonly returns: readonly (Figure)[];
          })[];
        })[];
        readonly flows: readonly ({
          readonly asset: string;
          readonly sums: readonly ({
            readonly sessions: number;
            readonly flow: Figure;
            readonly coverage: Figure;
          })[];
        })[];
        readonly asked: number;
        readonly standing: "unproven";
      } | null;
      readonly capexPump: {
        readonly refused: number;
        readonly firms: readonly ({
          readonly firm: string;
          readonly year: number;
          readonly stated: string;
          readonly middle: Figure;
          readonly revision: Figure;
        })[];
        readonly year: number | null;
        readonly total: Figure;
        readonly growth: Figure;
        readonly chain: readonly ({
          readonly firm: string;
          readonly year: number;
          readonly level: Figure;
          readonly oneBefore: Figure;
          readonly twoBefore: Figure;
          readonly between: Figure;
        })[];
        readonly hurdles: readonly ({
          readonly rate: number;
          readonly profit: Figure;
        })[];
        readonly need: {
          readonly issuance: Figure;
          readonly output: Figure;
          readonly operating: Figure;
          readonly bonds: Figure;
          readonly loans: Figure;
        };
      } | null;
      readonly capexEvents: {
        readonly events: readonly ({
          readonly firm: string;
          readonly series: string;
          readonly stated: string;
          readonly assumedLate: boolean;
          readonly session: string;
          readonly before: string;
          readonly abnormal: Figure;
          readonly cumulative: Figure;
          readonly sessions: number;
          readonly wrongOrder: Figure;
          readonly value: Figure;
        })[];
        readonly unknown: readonly (string)[];
        readonly dropped: number;
        readonly mean: Figure;
        readonly fallen: number;
      } | null;
      readonly capitalIntensity: {
        readonly refused: number;
        readonly firms: readonly ({
          readonly firm: string;
          readonly series: string | null;
          readonly periods: readonly ({
            readonly period: string;
            readonly intensity: Figure;
            readonly freeCash: Figure;
            readonly depreciation: Figure;
            readonly building: Figure;
          })[];
          readonly change: Figure;
          readonly heavier: boolean | null;
          readonly stress: Figure;
          readonly rose: Figure;
        })[];
        readonly cross: {
          readonly firms: number;
          readonly sessions: number;
          readonly tau: Figure;
          readonly p: Figure;
        };
        readonly from: string | null;
        readonly date: string | null;
      } | null;
      readonly sectorContagion: {
        readonly from: string | null;
        readonly date: string | null;
        readonly sectors: readonly ({
          readonly sector: "software" | "semiconductors" | "communication" | "financials" | "regional-banks" | "brokers" | "insurance" | "real-estate" | "property-services" | "industrials" | "transport" | "freight" | "consumer" | "staples" | "health" | "utilities" | "energy" | "materials";
          readonly series: string;
          readonly hit: string | null;
          readonly abnormal: Figure;
          readonly score: Figure;
          readonly cumulative: Figure;
          readonly usual: Figure;
          readonly since: number | null;
          readonly distance: number | null;
        })[];
        readonly share: Figure;
        readonly expected: Figure;
        readonly rank: Figure;
        readonly origin: "software" | "semiconductors" | "communication" | "financials" | "regional-banks" | "brokers" | "insurance" | "real-estate" | "property-services" | "industrials" | "transport" | "freight" | "consumer" | "staples" | "health" | "utilities" | "energy" | "materials" | null;
        readonly tau: Figure;
        readonly p: Figure;
        readonly news: readonly ({
          readonly session: string;
          readonly what: string;
          readonly sector: "software" | "semiconductors" | "communication" | "financials" | "regional-banks" | "brokers" | "insurance" | "real-estate" | "property-services" | "industrials" | "transport" | "freight" | "consumer" | "staples" | "health" | "utilities" | "energy" | "materials";
          readonly abnormal: Figure;
        })[];
        readonly path: {
          readonly dates: readonly (string)[];
          readonly lines: readonly ({
            readonly sector: "software" | "semiconductors" | "communication" | "financials" | "regional-banks" | "brokers" | "insurance" | "real-estate" | "property-services" | "industrials" | "transport" | "freight" | "consumer" | "staples" | "health" | "utilities" | "energy" | "materials";
            readonly values: readonly (number | null)[];
          })[];
        };
        readonly standing: "unproven";
      } | null;
      readonly aiBaskets: {
        readonly from: string | null;
        readonly date: string | null;
        readonly scores: "assumed" | "supplied";
        readonly refused: number;
        readonly members: readonly ({
          readonly series: string;
          readonly side: "gains" | "loses";
          readonly score: number;
          readonly weight: Figure;
          readonly moved: Figure;
        })[];
        readonly gains: Figure;
        readonly loses: Figure;
        readonly spread: Figure;
        readonly beta: Figure;
        readonly beyond: Figure;
        readonly score: Figure;
        readonly rarity: Figure;
        readonly path: {
          readonly dates: readonly (string)[];
          readonly values: readonly (number | null)[];
        };
        readonly standing: "unproven";
      } | null;
      readonly oilShock: {
        readonly from: string | null;
        readonly date: string | null;
        readonly move: Figure;
        readonly signals: readonly ({
          readonly signal: "copper" | "yield" | "dollar";
          readonly series: string;
          readonly moved: Figure;
          readonly contribution: Figure;
          readonly expected: boolean | null;
        })[];
        readonly demand: Figure;
        readonly residual: Figure;
        readonly score: Figure;
        readonly r2: Figure;
        readonly kind: "demand" | "not-demand" | "undetermined" | null;
        readonly standing: "unproven";
      } | null;
    };
    readonly needs: readonly ({
      readonly series: string;
      readonly title: Words;
      readonly parts: readonly (string)[];
      readonly sources: readonly (string)[];
    })[];
  };
  readonly flows?: {
    readonly parts: {
      readonly threeLamps: {
        readonly date: string | null;
        readonly lamps: readonly ({
          readonly lamp: "premium" | "flows" | "reserves";
          readonly red: boolean | null;
          readonly reading: Figure;
          readonly latest: string | null;
        })[];
        readonly measured: number;
        readonly red: Figure;
        readonly since: string | null;
        readonly history: readonly ({
          readonly lamps: readonly ("premium" | "flows" | "reserves")[];
          readonly from: string | null;
          readonly to: string | null;
          readonly counts: readonly ({
            readonly red: number;
            readonly days: Figure;
            readonly share: Figure;
            readonly stretches: number;
            readonly after: readonly ({
              readonly days: number;
              readonly cases: number;
              readonly mean: Figure;
              readonly up: Figure;
              readonly baseMean: Figure;
              readonly baseUp: Figure;
            })[];
          })[];
        })[];
        readonly series: {
          readonly dates: readonly (string)[];
          readonly red: readonly (number | null)[];
        };
      } | null;
      readonly etfFlows: {
        readonly asset: string;
        readonly date: string | null;
        readonly awaited: readonly (string)[];
        readonly unreported: readonly (string)[];
        readonly days: readonly ({
          readonly date: string;
          readonly weekday: number;
          readonly flow: Figure;
          readonly reversal: boolean;
          readonly since: string | null;
          readonly sessionsSince: number;
        })[];
        readonly streak: {
          readonly side: "in" | "out" | "none";
          readonly from: string | null;
          readonly sessions: Figure;
          readonly sum: Figure;
        };
        readonly reversals: {
          readonly last20: Figure;
          readonly rate: Figure;
        };
        readonly persistence: Figure;
        readonly volatility: Figure;
        readonly volatilityPercentile: Figure;
        readonly window: {
          readonly from: string | null;
          readonly to: string | null;
          readonly sessions: number;
          readonly sum: Figure;
          readonly mean: Figure;
          readonly adds: boolean;
          readonly change: Figure;
        };
        readonly month: {
          readonly start: string | null;
          readonly sessions: number;
          readonly left: number;
          readonly toDate: Figure;
          readonly projection: Figure;
          readonly rank: Figure;
          readonly record: {
            readonly start: string;
            readonly flow: Figure;
          } | null;
          readonly beyond: boolean;
          readonly projectedBeyond: boolean;
          readonly bars: {
            readonly dates: readonly (string)[];
            readonly values: readonly (number | null)[];
          };
        };
        readonly shares: {
          readonly funds: readonly ({
            readonly ticker: string;
            readonly flow: Figure;
            readonly flowShare: Figure;
            readonly assets: Figure;
            readonly assetShare: Figure;
            readonly weight: Figure;
            readonly bleeds: boolean;
          })[];
          readonly unattributed: Figure;
          readonly concentration: Figure;
        };
        readonly year: {
          readonly thisYear: {
            readonly from: string | null;
            readonly to: string | null;
            readonly usd: Figure;
            readonly coins: Figure;
          };
          readonly lastYear: {
            readonly from: string | null;
            readonly to: string | null;
            readonly usd: Figure;
            readonly coins: Figure;
          };
          readonly lines: {
            readonly dates: readonly (string)[];
            readonly thisYear: readonly (number | null)[];
            readonly lastYear: readonly (number | null)[];
          };
        };
        readonly series: {
          readonly dates: readonly (string)[];
          readonly values: readonly (number | null)[];
          readonly mean: readonly (number | null)[];
          readonly price: readonly (number | null)[];
        };
      } | null;
      readonly flowElasticity: {
        readonly asset: string;
        readonly from: string | null;
        readonly to: string | null;
        readonly slope: Figure;
        readonly standardError: Figure;
        readonly rSquared: Figure;
        readonly controlled: Figure;
        readonly correlation: {
          readonly sameSession: Figure;
          readonly previousReturn: Figure;
        };
        readonly lags: readonly ({
          readonly lag: number;
          readonly returnFirst: Figure;
          readonly flowFirst: Figure;
        })[];
        readonly precedence: {
          readonly lags: number;
          readonly flowFollowsReturn: Figure;
          readonly returnFollowsFlow: Figure;
        };
        readonly rolling: {
          readonly last60: Figure;
          readonly last120: Figure;
        };
        readonly series: {
          readonly dates: readonly (string)[];
          readonly slope60: readonly (number | null)[];
          readonly slope120: readonly (number | null)[];
        };
        readonly external: {
          readonly slope: Figure;
          readonly source: string;
          readonly insideBand: boolean | null;
        };
        readonly window: {
          readonly from: string | null;
          readonly to: string | null;
          readonly sessions: number;
          readonly flow: Figure;
          readonly change: Figure;
          readonly own: {
            readonly effect: Figure;
            readonly rest: Figure;
            readonly share: Figure;
          };
          readonly external: {
            readonly effect: Figure;
            readonly rest: Figure;
            readonly share: Figure;
          };
        };
        readonly standing: "association";
      } | null;
      readonly etfExhaustion: {
        readonly asset: string;
        readonly date: string | null;
        readonly rules: readonly ({
          readonly rule: "day" | "mean" | "scaled";
          readonly holds: boolean | null;
          readonly since: string | null;
          readonly value: Figure;
          readonly line: Figure;
          readonly latestTriggers: readonly ({
            readonly date: string;
            readonly after5: Figure;
            readonly after20: Figure;
          })[];
          readonly records: readonly ({
            readonly horizon: number;
            readonly triggers: Figure;
            readonly hitRate: Figure;
            readonly baseRate: Figure;
            readonly falseAlarms: Figure;
            readonly meanReturn: Figure;
            readonly baseMean: Figure;
          })[];
        })[];
      } | null;
      readonly flowTarget: {
        readonly asset: string;
        readonly date: string | null;
        readonly base: Figure;
        readonly curve: readonly ({
          readonly flow: number;
          readonly own: Figure;
          readonly external: Figure;
        })[];
        readonly asked?: {
          readonly flow: number;
          readonly own: Figure;
          readonly external: Figure;
        };
        readonly claim: {
          readonly source: string;
          readonly published: string;
          readonly until: string;
          readonly base: Figure;
          readonly flow: Figure;
          readonly slope: Figure;
          readonly actualFlow: Figure;
          readonly actualPrice: Figure;
          readonly conditional: Figure;
          readonly miss: Figure;
        } | null;
      } | null;
      readonly coinbasePremium: {
        readonly asset: string;
        readonly date: string | null;
        readonly raw: Figure;
        readonly corrected: Figure;
        readonly basis: "raw" | "corrected";
        readonly z: Figure;
        readonly percentileYear: Figure;
        readonly percentileHistory: Figure;
        readonly lowestSince: string | null;
        readonly negative: readonly ({
          readonly days: number;
          readonly count: Figure;
        })[];
        readonly streak: {
          readonly sign: "below" | "zero" | "above" | null;
          readonly from: string | null;
          readonly days: Figure;
          readonly depth: Figure;
          readonly depthDate: string | null;
          readonly area: Figure;
        };
        readonly ofYear: {
          readonly year: number;
          readonly streaks: number;
          readonly lengthRank: number;
          readonly depthRank: number;
        } | null;
        readonly turns: readonly ({
          readonly closes: number;
          readonly on: boolean | null;
          readonly since: string | null;
          readonly days: Figure;
          readonly triggers: number;
          readonly undone: Figure;
          readonly after: readonly ({
            readonly days: number;
            readonly cases: number;
            readonly mean: Figure;
            readonly up: Figure;
            readonly baseMean: Figure;
            readonly baseUp: Figure;
          })[];
        })[];
        readonly dips: {
          readonly days: number;
          readonly latest: string | null;
          readonly premiumRose: Figure;
          readonly premiumRoseBase: Figure;
          readonly inflowNext: Figure;
          readonly inflowNextBase: Figure;
          readonly score: Figure;
        };
        readonly series: {
          readonly dates: readonly (string)[];
          readonly premium: readonly (number | null)[];
        };
      } | null;
      readonly exchangeReserves: {
        readonly date: string | null;
        readonly ageDays: number | null;
        readonly level: Figure;
        readonly fromPeak: Figure;
        readonly peakDate: string | null;
        readonly changes: readonly ({
          readonly days: number;
          readonly net: Figure;
          readonly growth: Figure;
        })[];
        readonly months: readonly ({
          readonly month: string;
          readonly complete: boolean;
          readonly net: Figure;
          readonly price: number | null;
          readonly value: Figure;
        })[];
        readonly venues: readonly ({
          readonly venue: "coinbase" | "binance" | "kraken" | "okx" | "bitfinex";
          readonly date: string;
          readonly level: Figure;
          readonly net30: Figure;
        })[];
        readonly migration: {
          readonly date: string | null;
          readonly left: Figure;
          readonly toFunds: Figure;
          readonly elsewhere: Figure;
        };
        readonly signs: {
          readonly inflow: readonly ({
            readonly days: number;
            readonly cases: number;
            readonly mean: Figure;
            readonly up: Figure;
            readonly baseMean: Figure;
            readonly baseUp: Figure;
          })[];
          readonly outflow: readonly ({
            readonly days: number;
            readonly cases: number;
            readonly mean: Figure;
            readonly up: Figure;
            readonly baseMean: Figure;
            readonly baseUp: Figure;
          })[];
          readonly difference: readonly ({
            readonly days: number;
            readonly value: Figure;
          })[];
          readonly speaksFor: "inflow-before-falls" | "inflow-before-rises" | "neither" | null;
        };
        readonly series: {
          readonly dates: readonly (string)[];
          readonly reserve: readonly (number | null)[];
        };
      } | null;
      readonly cryptoFunding: {
        readonly date: string;
        readonly score: Figure;
        readonly percentile: Figure;
        readonly weight: number;
        readonly leastWeight: number;
        readonly gauges: readonly ({
          readonly gauge: "funding" | "basis" | "stablecoins" | "etf-flow" | "borrowing";
          readonly date: string | null;
          readonly value: Figure;
          readonly z: Figure;
          readonly contribution: Figure;
        })[];
        readonly leverage: readonly ({
          readonly id: "open-interest" | "open-interest-binance" | "open-interest-share" | "leverage-ratio" | "margin-longs" | "margin-shorts" | "defi-tvl" | "basis-annual";
          readonly date: string | null;
          readonly value: Figure;
          readonly change: Figure;
        })[];
        readonly series: {
          readonly dates: readonly (string)[];
          readonly score: readonly (number | null)[];
        };
      } | null;
      readonly stablecoins: {
        readonly date: string | null;
        readonly supply: Figure;
        readonly changes: readonly ({
          readonly days: number;
          readonly net: Figure;
          readonly growth: Figure;
        })[];
        readonly percentile: Figure;
        readonly issuers: {
          readonly date: string | null;
          readonly before: string | null;
          readonly rows: readonly ({
            readonly issuer: "usdt" | "usdc" | "usde" | "dai" | "usds" | "usd1" | "others";
            readonly supply: Figure;
            readonly share: Figure;
            readonly change: Figure;
          })[];
        };
        readonly series: {
          readonly dates: readonly (string)[];
          readonly supply: readonly (number | null)[];
        };
      } | null;
      readonly positioning: {
        readonly contracts: readonly ({
          readonly contract: "bitcoin" | "gold" | "silver" | "sp500" | "nasdaq" | "jpy" | "tnote10" | "crude" | "usdx";
          readonly date: string | null;
          readonly published: string | null;
          readonly ageDays: number | null;
          readonly net: Figure;
          readonly changes: readonly ({
            readonly weeks: number;
            readonly value: Figure;
          })[];
          readonly percentile: Figure;
          readonly changePercentile: Figure;
          readonly share: Figure | null;
          readonly banks: Figure | null;
        })[];
        readonly order: {
          readonly from: string | null;
          readonly to: string | null;
          readonly lags: number;
          readonly tests: readonly ({
            readonly first: "funds" | "coinbase" | "bitfinex";
            readonly second: "funds" | "coinbase" | "bitfinex";
            readonly p: Figure;
            readonly holds: boolean;
          })[];
        } | null;
      } | null;
      readonly impliedVolatility: {
        readonly markets: readonly ({
          readonly market: "btc" | "sp500";
          readonly date: string | null;
          readonly implied: Figure;
          readonly percentileYear: Figure;
          readonly percentileHistory: Figure;
          readonly realised: Figure;
          readonly gap: Figure;
          readonly miss: Figure;
          readonly overpaid: Figure;
          readonly put: Figure;
          readonly series: {
            readonly dates: readonly (string)[];
            readonly implied: readonly (number | null)[];
            readonly realised: readonly (number | null)[];
          };
        })[];
        readonly indices: readonly ({
          readonly index: "skew" | "vvix";
          readonly date: string | null;
          readonly level: Figure;
          readonly percentile: Figure;
        })[];
        readonly term: {
          readonly date: string | null;
          readonly levels: readonly ({
            readonly series: "vix9d" | "vix" | "vix3m" | "vix6m";
            readonly level: Figure;
          })[];
          readonly slope: Figure;
        };
        readonly skew25: Figure;
      } | null;
      readonly goldFlows: {
        readonly latest: readonly ({
          readonly ticker: string;
          readonly date: string | null;
          readonly flow: Figure;
        })[];
        readonly month: {
          readonly start: string | null;
          readonly flow: Figure;
          readonly coverage: Figure;
          readonly rank: Figure;
          readonly since: string | null;
          readonly first: string | null;
          readonly bars: {
            readonly dates: readonly (string)[];
            readonly values: readonly (number | null)[];
          };
        };
        readonly world: {
          readonly month: string | null;
          readonly flow: Figure;
          readonly rank: Figure;
          readonly since: string | null;
        };
        readonly ratio: {
          readonly date: string | null;
          readonly value: Figure;
          readonly percentile: Figure;
          readonly change: Figure;
          readonly mania: boolean | null;
          readonly series: {
            readonly dates: readonly (string)[];
            readonly values: readonly (number | null)[];
          };
        };
      } | null;
      readonly liquidations: {
        readonly total: Figure;
        readonly average: Figure;
        readonly rank: Figure;
        readonly longShare: Figure;
        readonly reports: readonly ({
          readonly posted: string;
          readonly low: number;
          readonly high: number;
          readonly accounts: number | null;
          readonly quote: string;
        })[];
        readonly venues: readonly ({
          readonly name: string;
          readonly share: Figure;
        })[];
        readonly concentration: Figure;
        readonly leverage: readonly ({
          readonly from: number;
          readonly to: number | null;
          readonly share: Figure;
          readonly distance: Figure;
          readonly nearest: Figure;
        })[];
        readonly hours: readonly ({
          readonly utc: string;
          readonly newYork: number;
          readonly share: Figure;
        })[];
        readonly cashShare: Figure;
        readonly volumes: readonly ({
          readonly name: string;
          readonly share: Figure;
        })[];
      } | null;
      readonly orderBook: {
        readonly table: string | null;
        readonly date: string | null;
        readonly age: Figure;
        readonly frozen: readonly (number)[];
        readonly lowest: string | null;
        readonly last: string | null;
        readonly ratio: Figure;
        readonly regained: Figure;
        readonly halfLife: Figure;
        readonly bands: readonly ({
          readonly within: number;
          readonly bids: {
            readonly before: Figure;
            readonly low: Figure;
            readonly last: Figure;
          };
          readonly asks: {
            readonly before: Figure;
            readonly low: Figure;
            readonly last: Figure;
          };
        })[];
        readonly marks: readonly ({
          readonly time: string;
          readonly reading: string | null;
          readonly bids: Figure;
          readonly asks: Figure;
          readonly imbalance: Figure;
          readonly cost: Figure;
        })[];
        readonly series: {
          readonly dates: readonly (string)[];
          readonly bids: readonly (number | null)[];
          readonly asks: readonly (number | null)[];
        };
      } | null;
      readonly spreads: {
        readonly pairs: readonly ({
          readonly id: string;
          readonly first: string;
          readonly second: string;
          readonly minutes: number;
          readonly from: string | null;
          readonly to: string | null;
          readonly closes: number;
          readonly median: Figure;
          readonly p95: Figure;
          readonly largest: Figure;
          readonly largestAt: string | null;
          readonly halfLife: Figure;
          readonly beyondFees: Figure;
          readonly net: Figure;
          readonly series: {
            readonly dates: readonly (string)[];
            readonly values: readonly (number | null)[];
          };
        })[];
        readonly leadLags: readonly ({
          readonly first: string;
          readonly second: string;
          readonly minutes: number;
          readonly from: string | null;
          readonly to: string | null;
          readonly asynchronous: boolean;
          readonly lags: readonly ({
            readonly lag: number;
            readonly correlation: Figure;
          })[];
          readonly leads: "first" | "second" | "none";
        })[];
      } | null;
      readonly roundNumbers: {
        readonly assets: readonly ({
          readonly id: string;
          readonly step: number;
          readonly from: string | null;
          readonly to: string | null;
          readonly breaks: number;
          readonly below: Figure;
          readonly above: Figure;
          readonly breakRate: {
            readonly round: Figure;
            readonly base: Figure;
            readonly p: Figure;
          };
          readonly after: readonly ({
            readonly sessions: number;
            readonly round: Figure;
            readonly base: Figure;
            readonly p: Figure;
          })[];
          readonly next: {
            readonly round: Figure;
            readonly base: Figure;
            readonly p: Figure;
          };
          readonly last: readonly ({
            readonly date: string;
            readonly level: number;
            readonly after: readonly (number | null)[];
          })[];
        })[];
      } | null;
      readonly selfFeeding: {
        readonly threshold: Figure;
        readonly now: {
          readonly branching: Figure;
          readonly memory: Figure;
          readonly falls: number;
        };
        readonly before: {
          readonly branching: Figure;
          readonly memory: Figure;
          readonly falls: number;
        };
        readonly changed: boolean | null;
        readonly gain: Figure;
        readonly variance: {
          readonly balance: Figure;
          readonly narrative: Figure;
          readonly unexplained: Figure;
          readonly regime: "balance-sheet" | "narrative" | "neither" | null;
        };
      } | null;
      readonly betaAmplification: {
        readonly coins: readonly ({
          readonly id: string;
          readonly beta: Figure;
          readonly volume: Figure;
          readonly change: Figure;
        })[];
        readonly slope: Figure;
        readonly button: {
          readonly days: number;
          readonly shareOnFalls: Figure;
          readonly shareBefore: Figure;
          readonly shareOnAll: Figure;
          readonly loadings: readonly ({
            readonly id: string;
            readonly loading: Figure;
            readonly before: Figure;
            readonly onAll: Figure;
          })[];
        };
      } | null;
      readonly treasuryCompanies: {
        readonly date: string | null;
        readonly mnav: Figure;
        readonly percentile: Figure;
        readonly stated: Figure;
        readonly added: Figure;
        readonly enterprise: Figure;
        readonly priceRatios: readonly ({
          readonly id: string;
          readonly ratio: Figure;
          readonly change: Figure;
          readonly percentile: Figure;
        })[];
        readonly metaplanetMnav: Figure;
        readonly beta: Figure;
        readonly betaAbove: Figure;
        readonly betaBelow: Figure;
        readonly conditional: readonly ({
          readonly bitcoin: number;
          readonly price: Figure;
          readonly constant: Figure;
        })[];
        readonly funding: {
          readonly from: string | null;
          readonly to: string | null;
          readonly securities: readonly ({
            readonly id: string;
            readonly sum: Figure;
          })[];
          readonly issued: Figure;
          readonly spent: Figure;
          readonly funded: Figure;
        };
        readonly channels: readonly ({
          readonly id: string;
          readonly beta: Figure;
          readonly ofBitcoin: Figure;
          readonly ofMarket: Figure;
          readonly change: Figure;
        })[];
        readonly series: {
          readonly dates: readonly (string)[];
          readonly mnav: readonly (number | null)[];
          readonly stated: readonly (number | null)[];
        };
      } | null;
      readonly defi: {
        readonly date: string | null;
        readonly tvl: Figure;
        readonly changes: readonly ({
          readonly days: number;
          readonly growth: Figure;
        })[];
        readonly percentile: Figure;
        readonly loans: {
          readonly date: string | null;
          readonly table: string;
          readonly refused: number;
          readonly why: string | null;
          readonly curves: readonly ({
            readonly collateral: "ETH" | "BTC" | "SOL";
            readonly priceDate: string;
            readonly loans: number;
            readonly due: number;
            readonly falls: readonly ({
              readonly fall: number;
              readonly loans: number;
              readonly debt: Figure;
              readonly collateral: Figure;
            })[];
          })[];
        };
        readonly series: {
          readonly dates: readonly (string)[];
          readonly tvl: readonly (number | null)[];
        };
      } | null;
      readonly brentCurve: {
        readonly spotFront: {
          readonly near: string;
          readonly far: string;
          readonly now: {
            readonly date: string | null;
            readonly spread: Figure;
            readonly state: "backwardation" | "contango" | "flat" | null;
          };
          readonly before: {
            readonly date: string | null;
            readonly spread: Figure;
            readonly state: "backwardation" | "contango" | "flat" | null;
          };
        };
        readonly months: readonly ({
          readonly months: number;
          readonly near: string;
          readonly far: string;
          readonly now: {
            readonly date: string | null;
            readonly spread: Figure;
            readonly state: "backwardation" | "contango" | "flat" | null;
          };
          readonly before: {
            readonly date: string | null;
            readonly spread: Figure;
            readonly state: "backwardation" | "contango" | "flat" | null;
          };
          readonly roll: Figure;
        })[];
        readonly ages: readonly ({
          readonly id: string;
          readonly latest: string | null;
          readonly age: Figure;
        })[];
      } | null;
      readonly equityFlows: {
        readonly latest: readonly ({
          readonly ticker: string;
          readonly date: string | null;
          readonly flow: Figure;
        })[];
        readonly week: {
          readonly start: string | null;
          readonly flow: Figure;
          readonly coverage: Figure;
          readonly rank: Figure;
          readonly since: string | null;
          readonly first: string | null;
          readonly bars: {
            readonly dates: readonly (string)[];
            readonly values: readonly (number | null)[];
          };
        };
      } | null;
    };
    readonly needs: readonly ({
      readonly series: string;
      readonly title: Words;
      readonly parts: readonly (string)[];
      readonly sources: readonly (string)[];
    })[];
  };
  readonly havens?: {
    readonly parts: {
      readonly roles: {
        readonly date: string | null;
        readonly rule: {
          readonly level: number;
          readonly smallest: number;
          readonly risk: number;
          readonly stressRows: number;
        };
        readonly assets: readonly ({
          readonly asset: "gold-front" | "gld" | "gdx" | "btc-usd" | "eth-usd" | "tlt" | "ief" | "dollar-index" | "usd-jpy" | "chf-jpy" | "bil";
          readonly role: "hedge" | "safe-haven" | "diversifier" | "risk-asset" | null;
          readonly since: string | null;
          readonly between: {
            readonly from: string;
            readonly to: string;
          } | null;
          readonly before: "hedge" | "safe-haven" | "diversifier" | "risk-asset" | null;
          readonly searched: {
            readonly from: string;
            readonly to: string;
            readonly n: number;
          } | null;
          readonly tail: number | null;
          readonly age: Figure;
          readonly calm: Figure;
          readonly stress: Figure;
          readonly tails: readonly ({
            readonly tail: number;
            readonly rows: number;
            readonly beta: Figure;
          })[];
          readonly correlation: Figure;
          readonly stressCorrelation: Figure;
          readonly session: Figure;
        })[];
      } | null;
      readonly havenLeague: {
        readonly date: string | null;
        readonly session: {
          readonly equity: Figure;
          readonly line: Figure;
          readonly stress: boolean | null;
        };
        readonly days: Figure;
        readonly regime: "bonds-against" | "bonds-along" | null;
        readonly league: readonly ({
          readonly member: "cash" | "gold-front" | "tlt" | "ief" | "dollar-index" | "usd-jpy" | "chf-jpy" | "gdx" | "btc-usd";
          readonly mean: Figure;
          readonly hit: Figure;
          readonly base: Figure;
          readonly regimes: readonly ({
            readonly regime: "bonds-against" | "bonds-along";
            readonly mean: Figure;
            readonly hit: Figure;
          })[];
          readonly session: Figure;
        })[];
        readonly gold: {
          readonly failed: Figure;
          readonly days: readonly ({
            readonly date: string;
            readonly equity: Figure;
            readonly gold: Figure;
          })[];
        };
      } | null;
      readonly miners: {
        readonly date: string | null;
        readonly shares: {
          readonly metal: Figure;
          readonly equity: Figure;
          readonly own: Figure;
        };
        readonly before: {
          readonly metal: Figure;
          readonly equity: Figure;
          readonly own: Figure;
        };
        readonly betas: {
          readonly metal: Figure;
          readonly equity: Figure;
        };
        readonly ratio: {
          readonly level: Figure;
          readonly z: Figure;
        };
        readonly fromHigh: {
          readonly miners: Figure;
          readonly metal: Figure;
        };
        readonly leverage: {
          readonly margin: Figure;
          readonly elasticity: Figure;
          readonly breakEven: Figure;
        };
        readonly series: {
          readonly dates: readonly (string)[];
          readonly metal: readonly (number | null)[];
          readonly equity: readonly (number | null)[];
        };
      } | null;
      readonly minersGrowth: {
        readonly date: string | null;
        readonly rows: readonly ({
          readonly fund: "ijk" | "iwp" | "qqq" | "iwm";
          readonly bull: Figure;
          readonly bear: Figure;
          readonly difference: Figure;
          readonly gold: Figure;
          readonly sessions: {
            readonly bull: number;
            readonly bear: number;
          };
        })[];
      } | null;
      readonly identity: {
        readonly date: string | null;
        readonly betas: readonly ({
          readonly factor: "technology" | "gold" | "dollar";
          readonly beta: Figure;
        })[];
        readonly shares: readonly ({
          readonly part: "technology" | "gold" | "dollar" | "own";
          readonly share: Figure;
        })[];
        readonly change: {
          readonly date: string;
          readonly before: Figure;
          readonly after: Figure;
        } | null;
        readonly risk: {
          readonly rSquared: Figure;
          readonly percentile: Figure;
          readonly beforeFunds: Figure;
          readonly sinceFunds: Figure;
        };
        readonly series: {
          readonly dates: readonly (string)[];
          readonly technology: readonly (number | null)[];
          readonly gold: readonly (number | null)[];
          readonly own: readonly (number | null)[];
          readonly rSquared: readonly (number | null)[];
          readonly rSquaredLow: readonly (number | null)[];
          readonly rSquaredHigh: readonly (number | null)[];
        };
      } | null;
      readonly technologyCorrelation: {
        readonly date: string | null;
        readonly readings: readonly ({
          readonly method: "rolling-30" | "rolling-90" | "ewma" | "dcc";
          readonly correlation: Figure;
          readonly percentile: Figure;
          readonly lastAt: string | null;
          readonly extreme: "highest" | "lowest" | null;
        })[];
        readonly change: {
          readonly before: Figure;
          readonly difference: Figure;
          readonly adjusted: Figure;
        };
        readonly regimes: readonly ({
          readonly from: string;
          readonly to: string;
          readonly correlation: Figure;
        })[];
        readonly alignment: {
          readonly atClose: number;
          readonly byUtcDay: number;
          readonly utc: Figure;
        };
        readonly series: {
          readonly dates: readonly (string)[];
          readonly short: readonly (number | null)[];
          readonly long: readonly (number | null)[];
          readonly dcc: readonly (number | null)[];
          readonly regime: readonly (number | null)[];
        };
      } | null;
      readonly correlationStress: {
        readonly date: string | null;
        readonly positions: readonly (string)[];
        readonly matrices: readonly ({
          readonly matrix: "normal" | "realised" | "half" | "one";
          readonly meanCorrelation: Figure;
          readonly leastEigenvalue: Figure;
          readonly ratio: Figure;
        })[];
        readonly withVolatility: Figure;
        readonly way: {
          readonly lambda: Figure;
          readonly percentile: Figure;
        };
        readonly day: {
          readonly correlation: Figure;
          readonly lambda: Figure;
          readonly percentile: Figure;
        };
      } | null;
      readonly cryptoValue: {
        readonly date: string | null;
        readonly top: string | null;
        readonly value: Figure;
        readonly valueAtTop: Figure;
        readonly day: {
          readonly dollars: Figure;
          readonly share: Figure;
        };
        readonly sinceTop: {
          readonly dollars: Figure;
          readonly share: Figure;
          readonly ofWhatIsLeft: Figure;
        };
        readonly parts: readonly ({
          readonly kind: "btc" | "eth" | "xrp" | "bnb" | "sol" | "stablecoins";
          readonly value: Figure;
          readonly change: Figure;
        })[];
        readonly cover: Figure;
      } | null;
      readonly hedgeFailure: {
        readonly date: string | null;
        readonly equity: Figure;
        readonly hedges: readonly ({
          readonly asset: "tlt" | "gold-front";
          readonly correlation: Figure;
          readonly stressCorrelation: Figure;
          readonly ratio: Figure;
          readonly effectiveness: Figure;
          readonly coexceedances: Figure;
          readonly session: Figure;
          readonly covered: Figure;
        })[];
        readonly bets: {
          readonly positions: readonly (string)[];
          readonly recent: Figure;
          readonly before: Figure;
        };
      } | null;
      readonly peckingOrder: {
        readonly sessions: number;
        readonly date: string | null;
        readonly order: readonly ({
          readonly asset: "spy" | "qqq" | "eem" | "hyg" | "tlt" | "gld" | "slv" | "gdx" | "uso" | "btc-usd" | "eth-usd";
          readonly predicted: number;
          readonly actual: number;
          readonly cost: Figure;
          readonly gain: Figure;
          readonly change: Figure;
          readonly z: Figure;
        })[];
        readonly agreement: Figure;
        readonly p: Figure;
        readonly record: {
          readonly agreement: Figure;
          readonly positive: Figure;
        };
      } | null;
    };
    readonly needs: readonly ({
      readonly series: string;
      readonly title: Words;
      readonly parts: readonly (string)[];
      readonly sources: readonly (string)[];
    })[];
  };
  readonly network?: {
    readonly parts: {
      readonly spillovers: {
        readonly date: string | null;
        readonly yearBefore: string | null;
        readonly leftOut: readonly (string)[];
        readonly utcDays: readonly (string)[];
        readonly asynchronyHours: number;
        readonly total: Figure;
        readonly percentile: Figure;
        readonly totalBefore: Figure;
        readonly members: readonly ({
          readonly series: string;
          readonly assetClass: "crypto" | "equity" | "metals" | "energy" | "credit" | "rates" | "fx" | "volatility" | "cash" | "liquidity" | "flows" | "positioning" | "derivatives" | "on-chain" | "macro" | "sentiment" | "stress";
          readonly to: Figure;
          readonly from: Figure;
          readonly net: Figure;
          readonly netBefore: Figure;
        })[];
        readonly table: {
          readonly series: readonly (string)[];
          readonly shares: readonly (readonly (number | null)[])[];
        };
        readonly edges: readonly ({
          readonly from: string;
          readonly to: string;
          readonly net: Figure;
        })[];
        readonly technology: readonly ({
          readonly from: "semiconductors" | "nasdaq-100";
          readonly to: "btc-usd" | "gdx" | "gld";
          readonly share: Figure;
        })[];
        readonly frequency: readonly ({
          readonly cycles: "week" | "month" | "longer";
          readonly share: Figure;
        })[];
        readonly channels: readonly ({
          readonly channel: "mood" | "funding" | "information";
          readonly factors: readonly (string)[];
          readonly share: Figure;
        })[];
        readonly channelRest: Figure;
        readonly led: {
          readonly byChance: Figure;
          readonly p: Figure;
        };
        readonly history: {
          readonly dates: readonly (string)[];
          readonly total: readonly (number | null)[];
        };
      } | null;
      readonly yieldSpillovers: {
        readonly pairs: readonly ({
          readonly from: "japan-30y" | "japan-10y";
          readonly to: "us-30y" | "us-10y";
          readonly date: string | null;
          readonly passThrough: Figure;
          readonly spans: readonly ({
            readonly sessions: number;
            readonly total: Figure;
            readonly sent: Figure;
            readonly own: Figure;
            readonly base: Figure;
          })[];
        })[];
        readonly stated: {
          readonly low: number;
          readonly high: number;
          readonly perUnitLow: number;
          readonly perUnitHigh: number;
        };
        readonly floor: {
          readonly date: string | null;
          readonly members: readonly (string)[];
          readonly level: Figure;
          readonly yearChange: Figure;
        };
      } | null;
    };
    readonly needs: readonly ({
      readonly series: string;
      readonly title: Words;
      readonly parts: readonly (string)[];
      readonly sources: readonly (string)[];
    })[];
  };
};

export type Cascade = {
  readonly verb: "cascade";
  readonly schema: 1;
  readonly engine: string;
  readonly dataVersion: string;
  readonly asOf: string;
  readonly simulated: boolean;
  readonly sessions: readonly ({
    readonly calendar: string;
    readonly date: string;
    readonly closedAt: string;
  })[];
  readonly warnings: readonly ({
    readonly kind: "missing" | "not-yet-known" | "stale" | "revised" | "suspect" | "short-history";
    readonly series: string;
    readonly title: Words;
    readonly latest?: string;
    readonly due?: string;
  })[];
  readonly parameters: {
    readonly shock: Readonly<Record<string, number>>;
    readonly over: number;
    readonly sellers: readonly (string)[];
    readonly assets: readonly (string)[];
    readonly paths: number;
    readonly draws: number;
    readonly seed: number;
    readonly stepMinutes: number;
    readonly horizonMinutes: number;
    readonly calibration: string;
    readonly causes?: "none";
  };
  readonly sellers: readonly ({
    readonly id: string;
    readonly title: Words;
    readonly summary: Words;
    readonly side: "seller" | "buyer";
    readonly state: "on" | "off" | "nothing-to-sell";
  })[];
  readonly falls: readonly ({
    readonly asset: string;
    readonly title: Words;
    readonly price: Figure;
    readonly shock: Figure;
    readonly final: Figure;
    readonly low: Figure;
    readonly lowAlone: Figure;
    readonly stop: Figure;
    readonly amplification: Figure;
    readonly toLow: Figure;
    readonly toHeal: Figure;
    readonly healed: Figure;
    readonly fan: {
      readonly minutes: readonly (number)[];
      readonly quantiles: readonly ({
        readonly level: number;
        readonly prices: readonly (number)[];
      })[];
      readonly alone?: readonly (number)[];
    };
    readonly past?: {
      readonly minutes: readonly (number)[];
      readonly prices: readonly (number)[];
    };
  })[];
  readonly forced: {
    readonly total: Figure;
    readonly bought: Figure;
    readonly bySeller: readonly ({
      readonly id: string;
      readonly title: Words;
      readonly usd: Figure;
      readonly share: Figure;
    })[];
    readonly byVenue: readonly ({
      readonly id: string;
      readonly title: Words;
      readonly usd: Figure;
      readonly share: Figure;
    })[];
    readonly byAsset: readonly ({
      readonly id: string;
      readonly title: Words;
      readonly usd: Figure;
      readonly share: Figure;
    })[];
    readonly byLevel: readonly ({
      readonly asset: string;
      readonly from: number;
      readonly to: number;
      readonly usd: number;
    })[];
    readonly byHour: readonly ({
      readonly utc: number;
      readonly newYork: number;
      readonly usd: number;
    })[];
    readonly longs: Figure | null;
  };
  readonly causes: readonly ({
    readonly asset: string;
    readonly whole: Figure;
    readonly shock: Figure;
    readonly sellers: readonly ({
      readonly id: string;
      readonly title: Words;
      readonly share: Figure;
    })[];
  })[];
  readonly gain: readonly ({
    readonly asset: string;
    readonly here: Figure;
    readonly threshold: Figure;
  })[];
  readonly ladders: readonly ({
    readonly asset: string;
    readonly rungs: readonly ({
      readonly distance: number;
      readonly price: Figure;
      readonly sold: Figure;
      readonly added?: Figure;
      readonly bySeller: Readonly<Record<string, number>>;
      readonly gain: Figure;
    })[];
  })[];
  readonly layers: readonly ({
    readonly asset: string;
    readonly rows: readonly ({
      readonly entry: number;
      readonly age: "day" | "week" | "month";
      readonly usd: number;
      readonly distance: number;
    })[];
  })[];
  readonly leverage: readonly ({
    readonly asset: string;
    readonly bands: readonly ({
      readonly leverage: number;
      readonly usd: Figure;
      readonly distance: number;
    })[];
  })[];
  readonly contagion: readonly ({
    readonly from: string;
    readonly to: string;
    readonly fall: Figure;
  })[];
  readonly funds: {
    readonly left: Figure;
    readonly used: Figure;
    readonly emptied: Figure;
    readonly deleveraged: Figure;
  } | null;
  readonly claim: {
    readonly seller: "leveraged-funds";
    readonly trade: Figure;
    readonly move: Figure;
    readonly required: Figure;
    readonly has: Figure;
    readonly share: Figure;
    readonly trades: Figure;
    readonly funds: number;
    readonly byAsset: readonly ({
      readonly asset: string;
      readonly title: Words;
      readonly funds: number;
      readonly has: Figure;
    })[];
  } | null;
  readonly tables: readonly ({
    readonly seller: string;
    readonly title: Words;
    readonly columns: readonly (Words)[];
    readonly rows: readonly ({
      readonly label: string;
      readonly figures: readonly (Figure)[];
    })[];
  })[];
  readonly readings: readonly ({
    readonly name: string;
    readonly title: Words;
    readonly how: "measured" | "proxy" | "prior";
    readonly value: Figure;
    readonly note: Words;
  })[];
  readonly unknowns: readonly ({
    readonly name: string;
    readonly title: Words;
    readonly unit: string;
    readonly low: number;
    readonly high: number;
    readonly source: string;
    readonly drawn: Figure;
    readonly calibrated: boolean;
    readonly sensitivity: Figure;
  })[];
  readonly missing: readonly ({
    readonly series: string;
    readonly title: Words;
    readonly sources: readonly (string)[];
  })[];
};

export type Trace = {
  readonly figure: Figure;
  readonly formula: {
    readonly id: string;
    readonly title: Words;
    readonly text: string;
    readonly source: string;
  } | null;
  readonly worked: string | null;
  readonly inputs: readonly (TraceInput)[];
  readonly series: readonly ({
    readonly series: string;
    readonly title: Words | null;
    readonly unit: string | null;
    readonly observations: number;
    readonly from: string | null;
    readonly to: string | null;
    readonly latestKnownAt: string | null;
    readonly sources: readonly (TraceSource)[];
    readonly note: Words | null;
    readonly made?: TraceMade;
  })[];
  readonly dataVersion: string;
  readonly changed: boolean;
};

export type TraceInput = {
  readonly symbol: string;
  readonly series: string;
  readonly title: Words | null;
  readonly date: string;
  readonly value: number | null;
  readonly unit: string;
  readonly time: string | null;
  readonly knownAt: string | null;
  readonly print: "first" | "revised" | "absent";
  readonly prints: readonly ({
    readonly value: number | null;
    readonly knownAt: string;
    readonly rule: string;
    readonly flags: readonly (string)[];
    readonly load: string;
  })[];
  readonly source: TraceSource | null;
  readonly made?: TraceMade;
};

export type TraceMade = {
  readonly formula: string;
  readonly worked: string | null;
  readonly source: string;
  readonly inputs: readonly (TraceInput)[];
  readonly window: {
    readonly from: string;
    readonly to: string;
    readonly n: number;
  } | null;
};

export type TraceSource = {
  readonly provider: string;
  readonly symbol: string;
  readonly unit: string;
  readonly factor: number | null;
  readonly treatedAs: string | null;
  readonly licence: string;
  readonly redistribute: boolean;
};

export type ListedSeries = {
  readonly id: string;
  readonly title: string;
  readonly assetClass: "crypto" | "equity" | "metals" | "energy" | "credit" | "rates" | "fx" | "volatility" | "cash" | "liquidity" | "flows" | "positioning" | "derivatives" | "on-chain" | "macro" | "sentiment" | "stress";
  readonly unit: string;
  readonly frequency: string;
  readonly first: string | null;
  readonly last: string | null;
  readonly sources: readonly (string)[];
};

export type SeriesPage = {
  readonly total: number;
  readonly next: string | null;
  readonly series: readonly (ListedSeries)[];
};

export type Observations = {
  readonly asOf: string;
  readonly dataVersion: string;
  readonly simulated: boolean;
  readonly id: string;
  readonly title: Words;
  readonly unit: string;
  readonly frequency: string;
  readonly calendar: string;
  readonly note?: Words;
  readonly sources: readonly ({
    readonly provider: string;
    readonly symbol: string;
    readonly licence: string;
    readonly redistribute: boolean;
  })[];
  readonly observations: readonly ({
    readonly date: string;
    readonly time: string;
    readonly value: number;
    readonly knownAt: string;
    readonly source: string;
    readonly flags: string;
  })[];
};

export type Panel = {
  readonly asOf: string;
  readonly dataVersion: string;
  readonly simulated: boolean;
  readonly join: "intersection" | "union" | "first";
  readonly asynchronyHours: number;
  readonly dates: readonly (string)[];
  readonly columns: readonly ({
    readonly id: string;
    readonly title: Words;
    readonly unit: string;
    readonly values: readonly (number | null)[];
  })[];
};

export type Episode = {
  readonly id: string;
  readonly date: string;
  readonly lastDate?: string;
  readonly scope: "broad" | "equity" | "crypto" | "metals" | "energy" | "banks";
  readonly title: Words;
  readonly fact: Words;
  readonly source: {
    readonly text: string;
    readonly url: string;
  };
  readonly days: Readonly<Record<string, Readonly<Record<string, {
    readonly move: number;
    readonly close?: number;
    readonly open?: number;
    readonly high?: number;
    readonly low?: number;
  }>>>>;
};

export type Episodes = {
  readonly episodes: readonly (Episode)[];
};

export type Health = {
  readonly status: "ok";
  readonly engine: string;
  readonly latestClose: string | null;
};

export type Job = {
  readonly id: string;
  readonly verb: string;
  readonly state: "running" | "done" | "failed" | "cancelled";
  readonly progress: {
    readonly title: string;
    readonly done: number;
    readonly total: number;
  } | null;
  readonly problem: Problem | null;
};

export type JobAsked = {
  readonly verb: "scan" | "explain" | "cascade" | "report";
  readonly parameters?: Readonly<Record<string, string>>;
};

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly field?: string;
  readonly hint: string;
};

export interface ScanParameters {
  /** What was known then: an instant, or `latest`, which is the latest close in the store. */
  readonly asof?: string | undefined;
  /** `core`, `all`, or ids joined by commas. Default: `core`. */
  readonly universe?: string | undefined;
  /** Sessions of the headline change, `1d` to `2600d`. */
  readonly window?: string | undefined;
  /** A dated event whose reaction is measured: an instant with its time. */
  readonly event?: string | undefined;
}

export interface ExplainParameters {
  /** What was known then: an instant, or `latest`, which is the latest close in the store. */
  readonly asof?: string | undefined;
  /** The instrument the question is about. Default: each part takes its own. */
  readonly asset?: string | undefined;
  /** Sessions of the headline change, `1d` to `2600d`. */
  readonly window?: string | undefined;
  /** What is supposed, in billions of US dollars: `fed`, `banks`, `mortgage`, `flow`; `cuts` in basis points. */
  readonly assume?: string | undefined;
  /** One section of the explanation. Default: all. */
  readonly section?: string | undefined;
}

export interface CascadeParameters {
  /** What was known then: an instant, or `latest`, which is the latest close in the store. */
  readonly asof?: string | undefined;
  /** What comes from outside: `asset=change`, joined by commas. Default: `btc-usd=-5%`. */
  readonly shock?: string | undefined;
  /** Whether assets that are not named stay, instead of moving as expected. Default: no. */
  readonly alone?: "yes" | "no" | undefined;
  /** Time over which the shock comes. Default: `60m`. Minutes, hours or days. */
  readonly over?: string | undefined;
  /** `all`, `none`, or ids joined by commas. */
  readonly sellers?: string | undefined;
  /** `all`, or ids joined by commas. */
  readonly assets?: string | undefined;
  /** Paths, spread over the draws, at most 2000 here. Default: 400. */
  readonly paths?: string | undefined;
  /** Draws of what nobody can observe, at most 100 here. Default: 40. */
  readonly draws?: string | undefined;
  /** Seed of chance. Default: 1. */
  readonly seed?: string | undefined;
  /** Step of time, from `1m` to `1d`. Default: `5m`. Minutes, hours or days. */
  readonly step?: string | undefined;
  /** How far it is simulated, up to `30d` and 1440 steps here. Default: `1d`. Minutes, hours or days. */
  readonly horizon?: string | undefined;
  /** Id of a calibration, or `prior`. Default: the newest. */
  readonly calibration?: string | undefined;
  /** What each seller adds to the fall; `none` leaves it out, which is faster. Default: all. */
  readonly causes?: "all" | "none" | undefined;
  /** What somebody says that leveraged funds traded at a close: `leveraged-funds=sum@move`. */
  readonly claim?: string | undefined;
}

export interface ReportParameters {
  /** What was known then: an instant, or `latest`, which is the latest close in the store. */
  readonly asof?: string | undefined;
  /** `core`, `all`, or ids joined by commas. Default: `core`. */
  readonly universe?: string | undefined;
  /** Sessions of the headline change, `1d` to `2600d`. */
  readonly window?: string | undefined;
  /** A dated event whose reaction is measured: an instant with its time. */
  readonly event?: string | undefined;
  /** What is supposed, in billions of US dollars: `fed`, `banks`, `mortgage`, `flow`; `cuts` in basis points. */
  readonly assume?: string | undefined;
  /** `zh-Hans`, `zh-Hant` or `en`. Default: the language of the server. */
  readonly lang?: string | undefined;
  /** Markdown, one self-contained HTML file, PDF, or a document of Word. Default: md. */
  readonly format?: "md" | "html" | "pdf" | "docx" | undefined;
}

export interface TraceParameters {
  /** Id of the figure. */
  readonly id: string;
}

export interface ListSeriesParameters {
  /** Keeps the ids, titles and classes that contain it. */
  readonly part?: string | undefined;
  /** Whether series that the store lacks are listed too. Default: no. */
  readonly all?: "yes" | "no" | undefined;
  /** Series of one page, 1 to 500. Default: 100. */
  readonly limit?: string | undefined;
  /** The id after which the page begins: `next` of the page before. */
  readonly after?: string | undefined;
}

export interface ObservationsParameters {
  /** Id of the series. */
  readonly id: string;
  /** What was known then: an instant, or `latest`, which is the latest close in the store. */
  readonly asof?: string | undefined;
  /** First date: YYYY-MM-DD. */
  readonly from?: string | undefined;
  /** Last date: YYYY-MM-DD. */
  readonly to?: string | undefined;
  /** Default: json. */
  readonly format?: "json" | "csv" | "parquet" | undefined;
}

export interface PanelParameters {
  /** Ids of the series, joined by commas, at most 100. */
  readonly ids: string;
  /** What was known then: an instant, or `latest`, which is the latest close in the store. */
  readonly asof?: string | undefined;
  /** First date: YYYY-MM-DD. */
  readonly from?: string | undefined;
  /** Last date: YYYY-MM-DD. */
  readonly to?: string | undefined;
  /** Dates on which every series has a value, any has, or the first has. Default: intersection. */
  readonly join?: "intersection" | "union" | "first" | undefined;
  /** Default: json. */
  readonly format?: "json" | "csv" | "parquet" | undefined;
}

export interface JobParameters {
  /** Id of the job. */
  readonly id: string;
}

export interface CancelJobParameters {
  /** Id of the job. */
  readonly id: string;
}

export interface JobEventsParameters {
  /** Id of the job. */
  readonly id: string;
}

export interface JobAnswerParameters {
  /** Id of the job. */
  readonly id: string;
}

/** What stands in for `fetch`. */
export type Ask = (url: string, init: RequestInit) => Promise<Response>;

/** What the server answers when it refuses. */
export class TidemarkProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.detail} (${problem.hint})`);
    this.name = 'TidemarkProblem';
    this.problem = problem;
  }
}

async function send(
  ask: Ask,
  base: string,
  method: string,
  path: string,
  inPath: readonly string[],
  asked: object,
): Promise<Response> {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined) as [string, string][];
  const isPost = method === 'POST';
  const query = new URLSearchParams(isPost ? [] : given.filter(([name]) => !inPath.includes(name)));
  const parts = new Map(given);
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(parts.get(name) ?? ''));
  const url = `${base}/api/v1${filled}${query.size > 0 ? `?${query}` : ''}`;
  const body = isPost ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(asked) } : {};
  const response = await ask(url, { method, ...body });
  if (!response.ok) throw new TidemarkProblem((await response.json()) as Problem);
  return response;
}

/** The routes of the API; `base` is the address that `tidemark serve` prints. */
export function tidemarkClient(base: string, ask: Ask = fetch) {
  return {
    /** What fell, how much, how rare that is, and whether it was everything at once. */
    async scan(asked: ScanParameters = {}): Promise<Scan> {
      return (await send(ask, base, 'GET', "/scan", [], asked)).json() as Promise<Scan>;
    },
    /** Why it fell: dollar liquidity, drivers, flows and leverage, as known then. */
    async explain(asked: ExplainParameters = {}): Promise<Explain> {
      return (await send(ask, base, 'GET', "/explain", [], asked)).json() as Promise<Explain>;
    },
    /** How far forced selling can run from the state known then, under a shock. */
    async cascade(asked: CascadeParameters = {}): Promise<Cascade> {
      return (await send(ask, base, 'GET', "/cascade", [], asked)).json() as Promise<Cascade>;
    },
    /** The whole written up. */
    async report(asked: ReportParameters = {}): Promise<string> {
      return (await send(ask, base, 'GET', "/report", [], asked)).text();
    },
    /** Where a number comes from: formula, inputs, source, licence, known at. */
    async trace(asked: TraceParameters): Promise<Trace> {
      return (await send(ask, base, 'GET', "/trace/{id}", ["id"], asked)).json() as Promise<Trace>;
    },
    /** The series that the store holds, by id, a page at a time. */
    async listSeries(asked: ListSeriesParameters = {}): Promise<SeriesPage> {
      return (await send(ask, base, 'GET', "/series", [], asked)).json() as Promise<SeriesPage>;
    },
    /** The observations of one series as known at the instant. */
    async observations(asked: Omit<ObservationsParameters, 'format'>): Promise<Observations> {
      return (await send(ask, base, 'GET', "/series/{id}", ["id"], asked)).json() as Promise<Observations>;
    },
    /** The same in another format, as it is sent. */
    async observationsIn(format: NonNullable<ObservationsParameters['format']>, asked: Omit<ObservationsParameters, 'format'>): Promise<Response> {
      return send(ask, base, 'GET', "/series/{id}", ["id"], { ...asked, format });
    },
    /** Series side by side on common dates, as known at the instant; a hole stays a hole. */
    async panel(asked: Omit<PanelParameters, 'format'>): Promise<Panel> {
      return (await send(ask, base, 'GET', "/panel", [], asked)).json() as Promise<Panel>;
    },
    /** The same in another format, as it is sent. */
    async panelIn(format: NonNullable<PanelParameters['format']>, asked: Omit<PanelParameters, 'format'>): Promise<Response> {
      return send(ask, base, 'GET', "/panel", [], { ...asked, format });
    },
    /** Begins work that is not waited for: scan, explain, cascade or report. Location names the job. */
    async startJob(asked: JobAsked): Promise<Job> {
      return (await send(ask, base, 'POST', "/jobs", [], asked)).json() as Promise<Job>;
    },
    /** Where a job stands. It is forgotten ten minutes after its end. */
    async job(asked: JobParameters): Promise<Job> {
      return (await send(ask, base, 'GET', "/jobs/{id}", ["id"], asked)).json() as Promise<Job>;
    },
    /** Cancels a job; one that is over stays as it is. */
    async cancelJob(asked: CancelJobParameters): Promise<Job> {
      return (await send(ask, base, 'DELETE', "/jobs/{id}", ["id"], asked)).json() as Promise<Job>;
    },
    /** How far a job is, as it comes: events `progress`, and at the end `done`, `failed` or `cancelled`. */
    async jobEvents(asked: JobEventsParameters): Promise<Response> {
      return send(ask, base, 'GET', "/jobs/{id}/events", ["id"], asked);
    },
    /** The answer of a job that is done, as the route of its verb sends it. */
    async jobAnswer(asked: JobAnswerParameters): Promise<Response> {
      return send(ask, base, 'GET', "/jobs/{id}/answer", ["id"], asked);
    },
    /** What is in the store, at once and after each commit: events `data`. */
    async events(): Promise<Response> {
      return send(ask, base, 'GET', "/events", [], {});
    },
    /** Dated events of the markets: days worth a look, oldest first. */
    async episodes(): Promise<Episodes> {
      return (await send(ask, base, 'GET', "/episodes", [], {})).json() as Promise<Episodes>;
    },
    /** Whether it answers, which program it is, and the latest close it knows. */
    async health(): Promise<Health> {
      return (await send(ask, base, 'GET', "/health", [], {})).json() as Promise<Health>;
    },
  };
}
