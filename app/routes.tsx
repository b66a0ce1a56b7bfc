// Which address shows what. All of them live in the hash, so the site works from any folder of any static host.
import { Route, Switch } from 'wouter';
import { AppFrame } from './AppFrame.tsx';
import { HomePage } from './home/HomePage.tsx';
import { AboutPage } from './pages/AboutPage.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';
import { AloneWidgetPage, WidgetPage } from './pages/WidgetPage.tsx';

export function Routes() {
  return (
    <Switch>
      <Route path="/alone/:slug">{({ slug }) => <AloneWidgetPage slug={slug} />}</Route>
      <Route>
        <AppFrame>
          <Switch>
            <Route path="/" component={HomePage} />
            <Route path="/about" component={AboutPage} />
            <Route path="/widgets/:slug">{({ slug }) => <WidgetPage slug={slug} />}</Route>
            <Route component={NotFoundPage} />
          </Switch>
        </AppFrame>
      </Route>
    </Switch>
  );
}
