/** Texts in every language, by themselves: what a program needs before it knows what else it will do. */
export * from './catalogue.ts';
export * from './lang.ts';
