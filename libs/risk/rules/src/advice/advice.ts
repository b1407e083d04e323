import { type AdviceCode, adviceByPhase, adviceCodes, type PlanPhase, planPhases } from '@matchwatch/domain';
import type { AdviceDefinition, AdviceDefinitions } from './advice-definition.js';
import { communicateAdvice } from './communicate.advice.js';
import { contingencyAdvice } from './contingency.advice.js';
import { rebuildAdvice } from './rebuild.advice.js';
import { stabilizeAdvice } from './stabilize.advice.js';

/** One piece of advice with its code and phase. */
export interface RegisteredAdvice extends AdviceDefinition {
  readonly code: AdviceCode;
  readonly phase: PlanPhase;
}

const definitions: AdviceDefinitions<AdviceCode> = { ...stabilizeAdvice, ...rebuildAdvice, ...communicateAdvice, ...contingencyAdvice };

const phaseOf = new Map<AdviceCode, PlanPhase>(planPhases.flatMap((phase) => adviceByPhase[phase].map((code) => [code, phase] as const)));

/** All advice in display order: phase by phase. */
export const adviceRegister: readonly RegisteredAdvice[] = adviceCodes.map((code) => ({
  code,
  phase: phaseOf.get(code) as PlanPhase,
  ...definitions[code],
}));

/** Raised by hand whenever the same findings would get other advice. */
export const adviceRevision = 1;
