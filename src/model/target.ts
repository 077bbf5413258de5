/** Where a word that lets somebody into a repository is kept; never the word itself. */
export type TokenSource = { readonly env: string } | { readonly file: string };

/** Who sees a record: everybody, or whom its owner lets in. */
export type Openness = 'public' | 'restricted';

/** What of a record is open, and from when on. */
export interface RecordAccess {
  readonly record: Openness;
  /** Where nothing is said, as the record; with an embargo restricted. */
  readonly files?: Openness | undefined;
  /** Until this day (`2030-01-31`) what is restricted stays so; then it becomes public. */
  readonly embargo?: { readonly until: string; readonly reason?: string | undefined } | undefined;
}

/** Who may read the files of a record that everybody sees, and from when on. */
export type FileAccess = Pick<RecordAccess, 'files' | 'embargo'>;

/** A repository that editions are published in, as `volume.yaml` or the user's own list of targets describes it. */
export interface InvenioTarget {
  readonly type: 'inveniordm';
  /** The address of the repository, without `/api`. */
  readonly baseUrl: string;
  /** The community (its slug) that a record is handed to. */
  readonly community?: string | undefined;
  /** The id of the licence in the repository's own list, where it is not the one that the metadata name. */
  readonly licence?: string | undefined;
  /** All is public where nothing is said. */
  readonly access?: RecordAccess | undefined;
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
  /** All files are public where nothing is said; the record always is. */
  readonly access?: FileAccess | undefined;
  readonly token: TokenSource;
}

/** A Fedora 6 repository: one ArchivalGroup a volume. */
export interface FedoraTarget {
  readonly type: 'fedora';
  /** The address of its REST API, as `https://fedora.example.org/fcrepo/rest`. */
  readonly baseUrl: string;
  /** The path of the container below which the volumes lie. */
  readonly container?: string | undefined;
  readonly user: string;
  readonly password: TokenSource;
}

/** An object store that speaks S3, for a mirror of the archive. */
export interface S3Target {
  readonly type: 's3';
  /** The address of its service, without the bucket. */
  readonly baseUrl: string;
  readonly bucket: string;
  /** What all keys of the mirror begin with: a path, without a slash at either end. */
  readonly prefix?: string | undefined;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: TokenSource;
}

/** A folder of a server that is reached by SFTP, for a mirror of the archive. */
export interface SftpTarget {
  readonly type: 'sftp';
  /** `sftp://host:port/path/of/the/folder` */
  readonly baseUrl: string;
  readonly user: string;
  /** The fingerprint of the server's key, as `ssh-keygen -lf` shows it: `SHA256:` and 43 characters. */
  readonly hostKey: string;
  readonly password?: TokenSource | undefined;
  /** The file of a private key of the user's, in the form of OpenSSH. */
  readonly privateKey?: TokenSource | undefined;
}

/** A folder of a WebDAV server, for a mirror of the archive. */
export interface WebDavTarget {
  readonly type: 'webdav';
  /** The address of the folder, which must be there. */
  readonly baseUrl: string;
  readonly user: string;
  readonly password: TokenSource;
}

/** A repository that takes deposits by SWORD 2.0: one resource a volume. */
export interface SwordTarget {
  readonly type: 'sword';
  /** The address of its service document. */
  readonly baseUrl: string;
  /** A collection of that: its title, or the end of its address. */
  readonly collection: string;
  /** The form of the package. */
  readonly packaging: 'SimpleZip' | 'BagIt';
  readonly user: string;
  readonly password: TokenSource;
}

/** The kinds of targets, told by their `type`. */
export type TargetSettings =
  | InvenioTarget
  | DataverseTarget
  | FedoraTarget
  | SwordTarget
  | S3Target
  | SftpTarget
  | WebDavTarget;
