// Catches what no part of the page caught: says so, keeps the address, and offers a way on. React itself writes the cause to the console.
import { Component, type ReactNode } from 'react';
import { FailurePage } from './pages/FailurePage.tsx';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly failure: { readonly cause: unknown } | null;
}

export class AppErrorBoundary extends Component<Props, State> {
  override state: State = { failure: null };

  static getDerivedStateFromError(cause: unknown): State {
    return { failure: { cause } };
  }

  readonly tryAgain = (): void => this.setState({ failure: null });

  override render(): ReactNode {
    const { failure } = this.state;
    return failure === null ? this.props.children : <FailurePage cause={failure.cause} onTryAgain={this.tryAgain} />;
  }
}
