// The page starts here.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { markDocument } from './display/displayPreference.ts';
import './styles/tokens.css';
import './styles/base.css';

markDocument(document.documentElement);

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element with the id "root".');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
