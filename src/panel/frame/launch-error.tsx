import { Component, type ComponentChildren } from 'preact';

/** What the error panel says; looked up before anything can fail. */
export type LaunchWords = {
  readonly title: string;
  readonly sentence: string;
  readonly report: string;
  readonly copy: string;
};

/** What a report names beside the error: never a record, a name or an amount. */
export type LaunchFacts = { readonly version: string; readonly browser: string };

type Props = {
  readonly words: LaunchWords;
  readonly facts: LaunchFacts;
  readonly children: ComponentChildren;
};

/** Shows a panel of its own where drawing fails. It depends on nothing that could have failed. */
export class LaunchError extends Component<Props, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static override getDerivedStateFromError(error: unknown) {
    return { error: error ?? 'unknown' };
  }

  override render() {
    const { words, facts, children } = this.props;
    if (this.state.error === null) return children;
    const report = errorReport(this.state.error, facts);
    return (
      <main class="launch-error">
        <h1>{words.title}</h1>
        <p>{words.sentence}</p>
        <h2>{words.report}</h2>
        <pre>{report}</pre>
        <button type="button" class="button" onClick={() => void navigator.clipboard?.writeText(report)}>
          {words.copy}
        </button>
      </main>
    );
  }
}

/**
 * An error as it may be handed on: its kind and the places in our own code. Its message is left out, because it may quote what
 * came from the CRM, and so is every address that is not of a file of ours.
 */
export function errorReport(error: unknown, { version, browser }: LaunchFacts): string {
  const name = error instanceof Error ? error.name : typeof error;
  const places =
    error instanceof Error
      ? [...(error.stack ?? '').matchAll(/([\w-]+\.(?:js|tsx?)):(\d+):(\d+)/g)].map(
          ([, file, row, column]) => `  ${file}:${row}:${column}`,
        )
      : [];
  return [`Goalside ${version}`, browser, name, ...places.slice(0, 20)].join('\n');
}
