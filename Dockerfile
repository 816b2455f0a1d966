FROM eclipse-temurin:25-jdk AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends maven \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY pom.xml ./
COPY src/main src/main
RUN mvn -q -B -Dmaven.test.skip -Dlint.skip -P'!checks' -Dcyclonedx.skip package

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --user-group --no-create-home broadsheet \
    && install -d /corpus \
    && install -d -o broadsheet -g broadsheet /index
COPY broadsheet synonyms.txt LICENSE /opt/broadsheet/
COPY --from=build /src/target/broadsheet.jar /opt/broadsheet/
# What the JVM learns in a rehearsal makes every start of a container quicker; as in the launcher.
RUN java -XX:AOTCacheOutput=/opt/broadsheet/broadsheet.aot -Xlog:aot=error \
    -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -jar /opt/broadsheet/broadsheet.jar rehearse
# From outside of a container, nothing reaches what listens on 127.0.0.1 inside it.
ENV BROADSHEET_HOST=0.0.0.0 \
    BROADSHEET_CORPUS=/corpus \
    BROADSHEET_INDEX=/index
USER broadsheet
VOLUME /corpus /index
EXPOSE 8080
HEALTHCHECK --start-period=5m --interval=30s --timeout=5s CMD ["/opt/broadsheet/broadsheet", "health"]
ENTRYPOINT ["/opt/broadsheet/broadsheet"]
CMD ["serve"]
