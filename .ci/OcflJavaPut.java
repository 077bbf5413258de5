import io.ocfl.api.OcflRepository;
import io.ocfl.api.model.ObjectVersionId;
import io.ocfl.api.model.VersionInfo;
import io.ocfl.core.OcflRepositoryBuilder;
import io.ocfl.core.extension.storage.layout.config.HashedNTupleIdEncapsulationLayoutConfig;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts the folder args[0] as one object into a new OCFL storage root args[1], with ocfl-java: the peer of `chancery archive add`. */
public class OcflJavaPut {
    public static void main(String[] args) throws Exception {
        Path root = Files.createDirectories(Path.of(args[1]));
        OcflRepository repository = new OcflRepositoryBuilder()
                .defaultLayoutConfig(new HashedNTupleIdEncapsulationLayoutConfig())
                .storage(storage -> storage.fileSystem(root))
                .workDir(Files.createDirectories(root.resolveSibling("work")))
                .build();
        repository.putObject(ObjectVersionId.head("urn:x"), Path.of(args[0]), new VersionInfo().setMessage("first"));
        repository.close();
    }
}
