<?xml version="1.0" encoding="UTF-8"?>
<!-- The header (P5 ch. 2): the volume’s metadata, and the facts of each document. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="https://chancery.example/ns"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="teiHeader" mode="metadata">
    <title><xsl:value-of select="normalize-space((fileDesc/titleStmt/title[@type = 'complete'], fileDesc/titleStmt/title)[1])"/></title>
    <!-- Named one by one: the header of a volume holds those of all its documents, which say nothing here. -->
    <xsl:apply-templates mode="metadata" select="fileDesc/titleStmt/(title | editor),
      fileDesc/publicationStmt/(publisher | pubPlace | date | idno | availability/licence | availability[not(licence)][p[normalize-space()]]),
      fileDesc/sourceDesc[p[normalize-space()]], profileDesc/abstract[not(@corresp)][normalize-space()],
      profileDesc/textClass[not(@corresp)]/keywords[not(@corresp)]/term[normalize-space()], revisionDesc, encodingDesc/tagsDecl/rendition"/>
  </xsl:template>
  <xsl:template match="titleStmt/title[@type]" mode="metadata"><meta name="title-{@type}" content="{normalize-space()}"/></xsl:template>
  <xsl:template match="titleStmt/editor" mode="metadata"><meta name="editor-{(@role, 'primary')[1]}" content="{normalize-space((self::editor[affiliation]/(persName, orgName, name)[1], .)[1])}"/></xsl:template>
  <xsl:template match="publicationStmt/publisher | publicationStmt/pubPlace | publicationStmt/date" mode="metadata">
    <!-- The lines of an imprint, in one. -->
    <xsl:variable name="lines" as="xs:string*">
      <xsl:for-each-group select="node()" group-starting-with="lb">
        <xsl:sequence select="normalize-space(string-join(current-group()))"/>
      </xsl:for-each-group>
    </xsl:variable>
    <meta name="{local-name()}" content="{string-join($lines[.], ', ')}"/>
  </xsl:template>
  <xsl:template match="publicationStmt/idno" mode="metadata"><meta name="idno-{@type}" content="{normalize-space()}"/></xsl:template>
  <xsl:template match="availability/licence" mode="metadata"><meta name="licence" content="{normalize-space()}"/><xsl:if test="@target"><meta name="licence-url" content="{@target}"/></xsl:if></xsl:template>
  <xsl:template match="fileDesc/sourceDesc" mode="metadata"><meta name="source" content="{normalize-space(string-join(p, ' '))}"/></xsl:template>
  <xsl:template match="publicationStmt/availability" mode="metadata"><meta name="rights" content="{normalize-space(string-join(p, ' '))}"/></xsl:template>
  <xsl:template match="profileDesc/abstract" mode="metadata"><meta name="description" content="{string-join((p, .[not(p)]) ! normalize-space(), ' ')}"/></xsl:template>
  <xsl:template match="keywords/term" mode="metadata"><meta name="subject" content="{normalize-space()}"/></xsl:template>
  <!-- The last change that the header dates: by attribute, or at the beginning of its words as the series does. -->
  <xsl:template match="revisionDesc" mode="metadata">
    <xsl:variable name="dates" as="xs:string*" select="sort((.//change/@when/string(), .//change[not(@when)] ! substring(normalize-space(), 1, 10))[matches(., '^\d{4}(-\d\d(-\d\d(T\S+)?)?)?$')])"/>
    <xsl:if test="exists($dates)"><meta name="modified" content="{$dates[last()]}"/></xsl:if>
  </xsl:template>
  <!-- The volume's own renditions (CSS), with the class names that @rendition becomes. -->
  <xsl:template match="tagsDecl/rendition[@xml:id]" mode="metadata">
    <meta name="rendition-{@xml:id}" content="{normalize-space()}"/>
  </xsl:template>
  <xsl:template match="*" mode="metadata facts" priority="-1"/>

  <!-- The structured header of a document, from what the teiHeader says of it. -->
  <xsl:template name="facts">
    <xsl:param name="header" as="element()*"/>
    <xsl:if test="exists($header)">
      <!-- One without rows is dropped when the pivot is settled. -->
      <dl class="header" data-kind="header">
        <xsl:apply-templates select="$header" mode="facts">
          <xsl:with-param name="has-creation" tunnel="yes" select="exists($header/self::creation/*)"/>
        </xsl:apply-templates>
      </dl>
    </xsl:if>
  </xsl:template>

  <!-- What stands where in the parts of a header (P5 ch. 2.4, 10): selected, not searched for. -->
  <xsl:template match="msDesc" mode="facts">
    <xsl:apply-templates select="msIdentifier/*, msContents/msItem/respStmt" mode="facts"/>
  </xsl:template>
  <xsl:template match="creation" mode="facts"><xsl:apply-templates select="date, placeName" mode="facts"/></xsl:template>
  <xsl:template match="textClass" mode="facts"><xsl:apply-templates select="catRef, classCode" mode="facts"/></xsl:template>
  <xsl:template match="correspDesc" mode="facts"><xsl:apply-templates select="correspAction" mode="facts"/></xsl:template>

  <xsl:template match="repository" mode="facts"><dt data-fact="repository">Repository</dt><dd><xsl:value-of select="."/></dd></xsl:template>
  <xsl:template match="msIdentifier/collection" mode="facts"><dt data-fact="collection">Collection</dt><dd><xsl:value-of select="."/></dd></xsl:template>
  <xsl:template match="msIdentifier/idno" mode="facts">
    <dt data-fact="{(@type, 'idno')[1]}"><xsl:value-of select="if (@type) then upper-case(substring(@type, 1, 1)) || substring(@type, 2) else 'Identifier'"/></dt>
    <dd><xsl:value-of select="."/></dd>
  </xsl:template>
  <xsl:template match="respStmt" mode="facts">
    <dt data-fact="{(resp/@key, 'resp')[1]}"><xsl:value-of select="normalize-space(resp[1])"/></dt>
    <xsl:for-each select="persName | orgName | name">
      <dd><xsl:call-template name="who"/><xsl:value-of select="."/><xsl:if test="@role"><xsl:text> </xsl:text><span class="role">(<xsl:value-of select="@role"/>)</span></xsl:if></dd>
    </xsl:for-each>
  </xsl:template>
  <!-- A kind that the header names by its category alone: in the category's words. -->
  <xsl:template match="textClass/catRef" mode="facts">
    <xsl:variable name="key" as="xs:string" select="substring-after(tokenize(@target)[1], '#')"/>
    <xsl:if test="map:contains($categories, $key)">
      <dt data-fact="{substring-after(@scheme, '#')}"><xsl:value-of select="c:capital(substring-after(@scheme, '#'))"/></dt>
      <dd data-key="{$key}"><xsl:value-of select="$categories($key)"/></dd>
    </xsl:if>
  </xsl:template>
  <xsl:function name="c:capital" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="upper-case(substring($words, 1, 1)) || substring($words, 2)"/>
  </xsl:function>
  <xsl:template match="textClass/classCode" mode="facts">
    <xsl:if test="not(preceding-sibling::*[1]/@scheme = @scheme)">
      <xsl:variable name="name" as="xs:string" select="substring-after(@scheme, '#')"/>
      <dt data-fact="{$name}"><xsl:value-of select="c:capital($name)"/></dt>
    </xsl:if>
    <dd><xsl:if test="@ana"><xsl:attribute name="data-key" select="substring-after(tokenize(@ana)[1], '#')"/></xsl:if><xsl:value-of select="."/></dd>
  </xsl:template>
  <xsl:template match="correspAction[@type = 'sent']" mode="facts">
    <xsl:param name="has-creation" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:call-template name="correspondent"><xsl:with-param name="label" select="'From'"/></xsl:call-template>
    <xsl:if test="not($has-creation)"><xsl:apply-templates select="placeName | date" mode="facts"/></xsl:if>
  </xsl:template>
  <xsl:template match="creation/placeName | correspAction/placeName" mode="facts">
    <xsl:if test="normalize-space()"><dt data-fact="place">Place</dt><dd><xsl:value-of select="."/><xsl:call-template name="inferred"/></dd></xsl:if>
  </xsl:template>
  <xsl:template match="creation/date | correspAction/date" mode="facts">
    <xsl:variable name="when" as="xs:string" select="if (@when) then string(@when) else string-join((@from, @to), '/')"/>
    <xsl:variable name="words" as="xs:string" select="(normalize-space()[. ne ''], $when)[1]"/>
    <xsl:if test="$words ne ''">
      <dt data-fact="date">Date</dt>
      <dd><xsl:if test="$when ne ''"><xsl:attribute name="data-when" select="$when"/></xsl:if><xsl:choose>
        <xsl:when test="@when"><time datetime="{@when}"><xsl:value-of select="$words"/></time></xsl:when>
        <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
      </xsl:choose><xsl:call-template name="inferred"/></dd>
    </xsl:if>
  </xsl:template>
  <xsl:template match="correspAction[@type = 'received']" mode="facts">
    <xsl:call-template name="correspondent"><xsl:with-param name="label" select="'To'"/></xsl:call-template>
  </xsl:template>
  <xsl:template name="correspondent">
    <xsl:param name="label" as="xs:string"/>
    <xsl:if test="persName | orgName | name">
      <dt data-fact="{lower-case($label)}"><xsl:value-of select="$label"/></dt>
      <xsl:for-each select="persName | orgName | name"><dd><xsl:call-template name="who"/><xsl:value-of select="."/></dd></xsl:for-each>
    </xsl:if>
  </xsl:template>
  <!-- Whether a person or an office, and the entry in the list of persons. -->
  <xsl:template name="who">
    <xsl:attribute name="data-party" select="if (self::orgName) then 'office' else 'person'"/>
    <xsl:if test="starts-with(@corresp, '#')"><xsl:attribute name="data-entry" select="substring(tokenize(@corresp)[1], 2)"/></xsl:if>
  </xsl:template>
  <!-- What is not read but concluded says so in words. -->
  <xsl:template name="inferred">
    <xsl:if test="@cert"><xsl:text> </xsl:text><span class="inferred">(inferred)</span></xsl:if>
  </xsl:template>
</xsl:stylesheet>
