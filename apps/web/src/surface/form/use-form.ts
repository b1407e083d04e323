import { useCallback, useRef, useState } from 'react';
import { ZodError } from 'zod';
import { failureText, problemOf } from '../../http/problem.js';
import { useText } from '../../i18n/use-text.js';
import { reasonText } from './reason-text.js';

/** One value of a form, as a field takes it. */
export interface Field<T> {
  value: T;
  /** What is wrong with it. */
  wrong?: string | undefined;
  onChange: (value: T) => void;
}

/** The values of a form, what is wrong with them, and how sending them goes. */
export interface Form<V> {
  values: V;
  set: (change: Partial<V>) => void;
  /** A value by its name; `at` is where it stands in what is sent, when that is called otherwise. */
  field: <K extends keyof V & string>(name: K, at?: string) => Field<V[K]>;
  /** What is wrong at a path of what is sent, or at one that ends with it: what is sent may wrap the values. */
  wrong: (at: string) => string | undefined;
  /** What is said of the whole: why it was refused, unless its fields say so, and what is wrong where no field stands. */
  refusals: () => readonly string[];
  /** Counts the refusals, so that each is noticed. */
  refused: number;
  busy: boolean;
  isChanged: boolean;
  /** Sends; what the contract (`parse`) or the server refuses is told field by field. */
  send: (work: () => Promise<unknown>) => Promise<void>;
}

interface Refusal {
  issues: readonly (readonly [path: string, reason: string])[];
  failure: string | undefined;
}

const accepted: Refusal = { issues: [], failure: undefined };

const isAt = (path: string, at: string): boolean => path === at || path.endsWith(`.${at}`);

/** What is left of a refusal when something at a place was changed. */
const without =
  (at: string) =>
  (refusal: Refusal): Refusal => {
    const issues = refusal.issues.filter(([path]) => !isAt(path, at));
    if (issues.length === refusal.issues.length) return refusal;
    return issues.length === 0 ? accepted : { ...refusal, issues };
  };

/** Holds what is entered into a form until it is sent. */
export function useForm<V extends object>(begin: V | (() => V)): Form<V> {
  const t = useText();
  const [values, setValues] = useState(begin);
  const [first] = useState(values);
  const [{ issues, failure }, setRefusal] = useState(accepted);
  const [refused, setRefused] = useState(0);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  // Filled while the fields are drawn: what nobody asks for is told at the head, lest a refusal be silent.
  const asked = new Set<string>();
  const wrong = (at: string): string | undefined => {
    asked.add(at);
    return issues.find(([path]) => isAt(path, at))?.[1];
  };
  const set = useCallback((change: Partial<V>) => setValues((before) => ({ ...before, ...change })), []);
  const refusalOf = (error: unknown): Refusal => {
    if (error instanceof ZodError) {
      return { issues: error.issues.map(({ path, message }) => [path.join('.'), reasonText(message, t)]), failure: undefined };
    }
    return {
      issues: problemOf(error)?.issues?.map(({ path, reason }) => [path, reasonText(reason, t)]) ?? [],
      failure: failureText(error, t),
    };
  };
  const send = async (work: () => Promise<unknown>) => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    setRefusal(accepted);
    try {
      await work();
    } catch (error) {
      setRefusal(refusalOf(error));
      setRefused((before) => before + 1);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  return {
    values,
    set,
    field: (name, at = name) => ({
      value: values[name],
      wrong: wrong(at),
      onChange: (value) => {
        set({ [name]: value } as unknown as Partial<V>);
        setRefusal(without(at));
      },
    }),
    wrong,
    refusals: () => {
      const elsewhere = issues.filter(([path]) => ![...asked].some((at) => isAt(path, at)));
      // What stands at the fields needs no sentence that it stands there.
      const isSaid = issues.length > 0 && elsewhere.length === 0;
      return [
        ...(failure === undefined || isSaid ? [] : [failure]),
        ...elsewhere.map(([path, reason]) => (path === '' ? reason : `${path}: ${reason}`)),
      ];
    },
    refused,
    busy,
    isChanged: JSON.stringify(values) !== JSON.stringify(first),
    send,
  };
}
