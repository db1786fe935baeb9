/** Catches errors of its children and shows one sentence instead, so that the rest of the panel still works. */
import { Component, type ComponentChildren } from "preact";
import { text } from "./texts.ts";

interface ErrorBoundaryProps {
  /** When this changes, the children are rendered again. */
  readonly of: unknown;
  readonly children: ComponentChildren;
}

interface Failure {
  /** The `of` that failed. */
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
