package io.github.sim52xx.it.servers;

import org.testcontainers.DockerClientFactory;

/** A Docker daemon answers. */
final class DockerNeeded extends Needed {

    @Override
    protected String missing() {
        return DockerClientFactory.instance().isDockerAvailable() ? null : "no Docker daemon answers";
    }
}
