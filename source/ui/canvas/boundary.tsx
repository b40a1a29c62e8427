import { Component, type ReactNode } from 'react';

type BoundaryProps = {
  /** Called with the error that a render threw. */
  readonly onFault: (error: unknown) => void;
  readonly children: ReactNode;
};

/** Draws nothing more after a fault; Ink would fill the screen with a stack trace. */
export class Boundary extends Component<BoundaryProps, { readonly broken: boolean }> {
  static getDerivedStateFromError = () => ({ broken: true });
  override readonly state = { broken: false };

  override componentDidCatch(error: unknown): void {
    this.props.onFault(error);
  }

  override render(): ReactNode {
    return this.state.broken ? null : this.props.children;
  }
}
