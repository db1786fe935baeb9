/** Keeps a fault in what it holds from breaking the rest of the panel: in its place stands one sentence. */
import { Component, type ComponentChildren } from "preact";
import { text } from "./texts.ts";

interface ErrorBoundaryProps {
  /** When this changes, what is held is tried again. */
  readonly of: unknown;
  readonly children: ComponentChildren;
}

interface Failure {
  /** What could not be shown. */
  readonly of?: { readonly value: unknown };
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, Failure> {
  override componentDidCatch(): void {
    this.setState({ of: { value: this.props.of } });
  }

  override render({ of, children }: ErrorBoundaryProps, { of: failed }: Failure) {
    if (failed !== undefined && failed.value === of) return <p class="not-shown">{text("notShown")}</p>;
    return children;
  }
}
