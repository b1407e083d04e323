import { Component, type ReactNode } from 'react';
import { PageFailure } from '../surface/page-failure.js';

interface State {
  error: unknown;
  failed: boolean;
}

/** Keeps a page that threw from taking the navigation with it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: undefined, failed: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <PageFailure error={this.state.error} resetErrorBoundary={() => this.setState({ error: undefined, failed: false })} />;
  }
}
