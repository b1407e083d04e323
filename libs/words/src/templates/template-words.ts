import type { TemplateGroup, TemplateId, templates } from '@matchwatch/domain';

type Sections<I extends TemplateId> = (typeof templates)[I]['sections'];
type Items<S> = S extends readonly string[] ? S[number] : never;

/** The words for one template: every section and every item. */
export interface TemplateWords<I extends TemplateId> {
  readonly title: string;
  /** What it is for, in one sentence. */
  readonly purpose: string;
  readonly sections: {
    readonly [S in keyof Sections<I>]: { readonly title: string; readonly items: { readonly [K in Items<Sections<I>[S]>]: string } };
  };
}

/** The ids of the templates of a group. */
export type TemplateOf<G extends TemplateGroup> = { [I in TemplateId]: (typeof templates)[I]['group'] extends G ? I : never }[TemplateId];

/** The words for all templates of a group. */
export type TemplateWordsOf<G extends TemplateGroup> = { readonly [I in TemplateOf<G>]: TemplateWords<I> };
