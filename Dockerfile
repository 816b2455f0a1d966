FROM eclipse-temurin:25-jdk AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends maven \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY pom.xml ./
COPY src/main src/main
RUN mvn -q -B -DskipTests -Dcyclonedx.skip package
# Only what Broadsheet needs of Java, a third of the whole. The JVM's own archive of classes would be
# passed over beside the one that is made of a rehearsal.
RUN jlink --add-modules java.base,java.logging,java.management,java.naming,java.net.http,java.xml,jdk.management,jdk.unsupported \
    --strip-java-debug-attributes --no-header-files --no-man-pages --output /opt/java
# What the JVM learns in a rehearsal makes every start of a container quicker. It holds for just this
# Java and this place of the jar.
RUN mkdir /opt/broadsheet \
    && cp target/broadsheet.jar /opt/broadsheet/ \
    && /opt/java/bin/java -XX:AOTCacheOutput=/opt/broadsheet/broadsheet.aot -Xlog:aot=error \
    -jar /opt/broadsheet/broadsheet.jar rehearse

FROM debian:trixie-slim
RUN useradd --system --uid 10001 --user-group --no-create-home broadsheet \
    && install -d /corpus \
    && install -d -o broadsheet -g broadsheet /index
COPY --from=build /opt/java /opt/java
COPY --from=build /opt/broadsheet /opt/broadsheet
COPY broadsheet synonyms.txt LICENSE /opt/broadsheet/
# From outside of a container, nothing reaches what listens on 127.0.0.1 inside it.
ENV JAVA_HOME=/opt/java \
    BROADSHEET_HOST=0.0.0.0 \
    BROADSHEET_CORPUS=/corpus \
    BROADSHEET_INDEX=/index
USER broadsheet
VOLUME /corpus /index
EXPOSE 8080
HEALTHCHECK --start-period=5m --interval=30s --timeout=5s CMD ["/opt/broadsheet/broadsheet", "health"]
ENTRYPOINT ["/opt/broadsheet/broadsheet"]
CMD ["serve"]
