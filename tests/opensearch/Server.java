import static org.codelibs.opensearch.runner.OpenSearchRunner.newConfigs;

import java.nio.file.Files;
import java.nio.file.Path;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * Nodes of OpenSearch in one process, on this machine alone: FOLDER PORT NODES. The first node's
 * port is the one after PORT. Makes the file FOLDER/ready when the cluster is green, closes the node
 * of each byte of its input (1 is the first), and stops when that ends.
 */
class Server {
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        int nodes = Integer.parseInt(arguments[2]);
        var runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
            settings.put("network.host", "127.0.0.1");
            settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
            if (nodes == 1) {
                settings.put("discovery.type", "single-node");
            }
        });
        runner.build(newConfigs()
            .basePath(folder.resolve("nodes").toString())
            .clusterName("newssearch-tests-" + arguments[1]) // no two of a machine find each other
            .numOfNode(nodes)
            .baseHttpPort(Integer.parseInt(arguments[1])));
        runner.ensureGreen();
        Files.createFile(folder.resolve("ready")); // what is printed is lost with several nodes
        int node; // whoever started this one closes the input, or dies, which closes it too
        while ((node = System.in.read()) != -1) {
            runner.getNode(node - 1).close();
        }
        runner.close();
        System.exit(0);
    }
}
