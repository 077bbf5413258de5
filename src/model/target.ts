/** Where the word that lets somebody into a repository is kept; never the word itself. */
export type TokenSource = { readonly env: string } | { readonly file: string };

/** A repository that editions are published in, as `volume.yaml` or the user's own list of targets describes it. */
export interface InvenioTarget {
  readonly type: 'inveniordm';
  /** The address of the repository, without `/api`. */
  readonly baseUrl: string;
  /** The community (its slug) that a record is handed to. */
  readonly community?: string | undefined;
  /** The id of the licence in the repository's own list, where it is not the one that the metadata name. */
  readonly licence?: string | undefined;
  readonly token: TokenSource;
}

/** A Dataverse: one dataset a volume. */
export interface DataverseTarget {
  readonly type: 'dataverse';
  /** The address of the installation, without `/api`. */
  readonly baseUrl: string;
  /** The alias of the collection (the “dataverse”) that the dataset is put into. */
  readonly collection: string;
  /** The e-mail address to which questions go, where it is not the edition’s. */
  readonly contact?: string | undefined;
  /** A term of Dataverse’s list of subjects. */
  readonly subject: string;
  readonly token: TokenSource;
}

/** The kinds of targets, told by their `type`. */
export type TargetSettings = InvenioTarget | DataverseTarget;
