import type { ImgTier, ProgramTarget, ScoreCategory, SpecialtyTier } from '@matchwatch/domain';
import type { ProgramRange, ResolvedValues } from '@matchwatch/risk-policy';

/** What decides how many programs an applicant needs. */
export interface ProgramNeed {
  /** Only for US applicants. */
  readonly category: ScoreCategory | null;
  readonly tier: SpecialtyTier | null;
  readonly primaryCare: boolean;
  readonly imgTier: ImgTier | null;
}

/** Finds targets; each combination is worked out once and then shared. */
export class ProgramTargets {
  readonly #known = new Map<number, ProgramTarget | null>();

  constructor(readonly values: ResolvedValues) {}

  /** Null when no line of the policy asks for a number. */
  find(need: ProgramNeed): ProgramTarget | null {
    const key = keyOf(need);
    let target = this.#known.get(key);
    if (target === undefined) {
      target = this.#make(need);
      this.#known.set(key, target);
    }
    return target;
  }

  #make({ category, tier, primaryCare, imgTier }: ProgramNeed): ProgramTarget | null {
    const asks: { readonly by: string; readonly range: ProgramRange }[] = [];
    if (category === 'A' || category === 'B' || category === 'C') {
      asks.push({ by: `category ${category}`, range: this.values[`programs.category.${category}`] });
    }
    if (primaryCare) asks.push({ by: 'primary care group', range: this.values['programs.primary-care'] });
    if (tier === 'ultra-competitive' || tier === 'competitive') {
      asks.push({ by: `${tier} tier`, range: this.values['programs.competitive'] });
    }
    if (imgTier !== null) asks.push({ by: `IMG tier ${imgTier.replace('-', ' ')}`, range: this.values[`programs.img.${imgTier}`] });
    if (asks.length === 0) return null;
    return {
      minimum: Math.max(...asks.map(({ range }) => range.minimum)),
      maximum: Math.max(...asks.map(({ range }) => range.maximum)),
      because: asks.map(({ by, range }) => `${by} ${rangeText(range)}`).join(', '),
    };
  }
}

const rangeText = ({ minimum, maximum }: ProgramRange): string => (minimum === maximum ? `${minimum}` : `${minimum}–${maximum}`);

const categories = { 'on-target': 1, A: 2, B: 3, C: 4, failed: 5 } as const;
const tiers = { 'ultra-competitive': 1, competitive: 2, 'mid-competitive': 3, 'less-competitive': 4 } as const;
const imgTiers = { moderate: 1, high: 2, 'very-high': 3 } as const;

/** Three bits each for category, tier and IMG tier, one for primary care. */
function keyOf({ category, tier, primaryCare, imgTier }: ProgramNeed): number {
  return (
    (category === null ? 0 : categories[category]) |
    ((tier === null ? 0 : tiers[tier]) << 3) |
    ((imgTier === null ? 0 : imgTiers[imgTier]) << 6) |
    (primaryCare ? 1 << 9 : 0)
  );
}
