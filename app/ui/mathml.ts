// MathML elements as functions, so that a formula reads as one. Browsers draw them and screen readers speak them; no library is needed.
import { createElement, type ReactNode } from 'react';

export type Maths = ReactNode;

function element(name: string): (...children: readonly Maths[]) => Maths {
  return (...children) => createElement(name, null, ...children);
}

/** A symbol. */
export const mi = element('mi');
/** A number. */
export const mn = element('mn');
/** An operator. */
export const mo = element('mo');
export const row = element('mrow');
export const fraction = element('mfrac');
export const power = element('msup');
export const subscript = element('msub');
export const root = element('msqrt');
/** A sign with something below and above it: a sum, a product. */
export const underOver = element('munderover');

/** A whole formula, in the line of the text. */
export const formula = element('math');

export const plus = mo('+');
export const minus = mo('−');
export const times = mo('·');
export const equals = mo('=');
export const approximately = mo('≈');

export function inBrackets(...inner: readonly Maths[]): Maths {
  return row(mo('('), ...inner, mo(')'));
}
