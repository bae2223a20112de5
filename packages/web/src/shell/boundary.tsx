import { Component, type ReactNode } from 'react';
import { problemOf, type Problem } from '../api/problem.ts';
import { Failure } from '../parts/condition.tsx';

interface Props {
  readonly children: ReactNode;
}

/** Where a page breaks, or its program can not be loaded, that is said in its place; all around it goes on. */
export class Boundary extends Component<Props, { readonly problem: Problem | undefined }> {
  override readonly state: { readonly problem: Problem | undefined } = { problem: undefined };

  static getDerivedStateFromError(thrown: unknown): { readonly problem: Problem } {
    return { problem: navigator.onLine ? problemOf(thrown) : 'offline' };
  }

  override render(): ReactNode {
    const { problem } = this.state;
    // What failed to load is not asked for again by the browser until the page is loaded anew.
    return problem === undefined ? (
      this.props.children
    ) : (
      <Failure problem={problem} again={() => location.reload()} />
    );
  }
}
