// How the learner wants it shown: light or dark, with or without motion. Marks the document for the style sheets; kept in the browser's storage.
import { create } from 'zustand';
import { recall, remember } from '../storage.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export const MOTIONS = ['system', 'full', 'reduced'] as const;
export type Theme = (typeof THEMES)[number];
export type Motion = (typeof MOTIONS)[number];

interface DisplayPreference {
  readonly theme: Theme;
  readonly motion: Motion;
  setTheme(theme: Theme): void;
  setMotion(motion: Motion): void;
}

function recallOne<Choice extends string>(key: string, choices: readonly Choice[], standard: Choice): Choice {
  const kept = recall(key);
  return choices.find((choice) => choice === kept) ?? standard;
}

export const useDisplayPreference = create<DisplayPreference>((set) => ({
  theme: recallOne('theme', THEMES, 'system'),
  motion: recallOne('motion', MOTIONS, 'system'),
  setTheme(theme) {
    remember('theme', theme);
    set({ theme });
  },
  setMotion(motion) {
    remember('motion', motion);
    set({ motion });
  },
}));

/** Keeps `data-theme` and `data-motion` of the document in step with the preference; without an attribute the system decides. */
export function markDocument(root: HTMLElement): () => void {
  const mark = ({ theme, motion }: DisplayPreference) => {
    setOrRemove(root, 'data-theme', theme);
    setOrRemove(root, 'data-motion', motion);
  };
  mark(useDisplayPreference.getState());
  return useDisplayPreference.subscribe(mark);
}

function setOrRemove(root: HTMLElement, name: string, choice: string): void {
  if (choice === 'system') root.removeAttribute(name);
  else root.setAttribute(name, choice);
}
