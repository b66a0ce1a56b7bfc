// The whole app: words, a net for errors, the address, and the page it names.
import { Router } from 'wouter';
import { AppErrorBoundary } from './AppErrorBoundary.tsx';
import { useHashLocation } from './hashLocation.ts';
import { LOCALE, Translations } from './i18n/Translations.tsx';
import { Routes } from './routes.tsx';

document.documentElement.lang = LOCALE;

export function App() {
  return (
    <Translations>
      <AppErrorBoundary>
        <Router hook={useHashLocation}>
          <Routes />
        </Router>
      </AppErrorBoundary>
    </Translations>
  );
}
