import { Component, type ReactNode } from "react";
import { Broken } from "./Broken.tsx";

interface BoundaryProps {
  readonly children: ReactNode;
}

/** Keeps a view that cannot be drawn from taking the rest of the pane with it; React writes why to the console. */
export class Boundary extends Component<BoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? <Broken /> : this.props.children;
  }
}
