<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions of the text (P5 ch. 4): front, body, back, compilations, chapters, documents and their parts. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://chancery.example/ns"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="TEI" mode="render">
    <html lang="{(@xml:lang, 'en')[1]}" data-volume="{(@xml:id, teiHeader/fileDesc/publicationStmt/idno[@type = 'frus'])[1]}">
      <head><xsl:apply-templates select="teiHeader" mode="metadata"/></head>
      <body><xsl:apply-templates select="$shown" mode="render"/><xsl:call-template name="indexes"/></body>
    </html>
  </xsl:template>
  <xsl:template match="text | group" mode="render"><xsl:apply-templates mode="render"/></xsl:template>
  <!-- What stands beside the text is shown behind it: registers of persons and places (P5 15.2), annotations (16.10), a transcription of the sheets
       (11.2.2). -->
  <xsl:template match="particDesc | settingDesc | standOff | sourceDoc" mode="render">
    <section data-kind="back" data-type="{local-name()}" id="{c:beside-id(.)}">
      <h1 class="head"><span class="added"><xsl:value-of select="map { 'particDesc': 'Persons', 'settingDesc': 'Places', 'standOff': 'Register', 'sourceDoc': 'Transcription' }(local-name())"/></span></h1>
      <xsl:call-template name="guarded"/>
      <xsl:call-template name="notes"/>
    </section>
  </xsl:template>
  <xsl:template match="surface | surfaceGrp | zone" mode="render">
    <div><xsl:call-template name="attributes"><xsl:with-param name="class" select="local-name()"/></xsl:call-template><xsl:apply-templates mode="render"/></div>
  </xsl:template>
  <xsl:template match="line" mode="render">
    <p><xsl:call-template name="attributes"><xsl:with-param name="class" select="'line'"/></xsl:call-template><xsl:apply-templates mode="render"/></p>
  </xsl:template>
  <!-- Notes that are called in no division stand at the end of what they are called in. -->
  <xsl:template match="front | body | back" mode="render">
    <xsl:call-template name="guarded"/>
    <xsl:call-template name="notes"/>
  </xsl:template>
  <!-- Words of the front matter that stand in no division (P5 4.6: castList, epigraph, argument) have a page of their own, in their place. -->
  <xsl:template match="front[*[not(self::div or self::titlePage or self::pb or self::cb or self::lb or self::fw or self::divGen or self::note)][normalize-space()]]" mode="render" priority="1">
    <xsl:variable name="front" as="element(front)" select="."/>
    <xsl:variable name="before" as="xs:integer" select="count(preceding::front[parent::text])"/>
    <xsl:for-each-group select="*" group-adjacent="exists(self::div | self::titlePage)">
      <xsl:choose>
        <xsl:when test="current-grouping-key() or normalize-space(string-join(current-group())) = ''"><xsl:call-template name="guarded"><xsl:with-param name="content" select="current-group()"/></xsl:call-template></xsl:when>
        <xsl:otherwise>
          <section data-kind="front" data-resumes="undivided" id="{string-join(('undivided-front', ($before + 1)[. gt 1], ((position() + 1) idiv 2)[. gt 1]), '-')}">
            <xsl:call-template name="guarded"><xsl:with-param name="content" select="current-group()"/></xsl:call-template>
            <xsl:call-template name="notes"><xsl:with-param name="notes" select="$bodies(generate-id($front))[ancestor::* intersect current-group()]"/></xsl:call-template>
          </section>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>
  <!-- Words behind the last division of the body end it: what follows is another part of the book. -->
  <xsl:template match="body[div][*[last()][not(self::div or self::pb)]]" mode="render" priority="1">
    <xsl:variable name="tail" as="node()*" select="node()[. >> current()/div[last()]]"/>
    <xsl:call-template name="guarded"><xsl:with-param name="content" select="node() except $tail"/></xsl:call-template>
    <div class="at-end"><xsl:call-template name="guarded"><xsl:with-param name="content" select="$tail"/></xsl:call-template></div>
    <xsl:call-template name="notes"/>
  </xsl:template>
  <!-- A text without divisions (P5 4.1) is one document. -->
  <xsl:template match="text/body[not(child::div)]" mode="render" priority="1">
    <xsl:variable name="before" as="xs:integer" select="count(preceding::body[parent::text][not(child::div)])"/>
    <article data-kind="document" id="{string-join(('undivided', ($before + 1)[. gt 1]), '-')}">
      <xsl:if test="$before gt 0"><xsl:attribute name="data-resumes" select="'undivided'"/></xsl:if>
      <xsl:call-template name="guarded"/>
      <xsl:call-template name="notes"/>
      <xsl:call-template name="facts"><xsl:with-param name="header" select="if ($before eq 0) then $headers('') else ()"/></xsl:call-template>
    </article>
  </xsl:template>

  <!-- A head that stands alone in back or body. -->
  <xsl:template match="head" mode="render">
    <xsl:element name="h{min((6, max((1, count(ancestor::*[self::div or self::frus:attachment or self::floatingText])))))}">
      <xsl:attribute name="class" select="'head', if (@rend) then c:rend-classes(@rend) else ()" separator=" "/>
      <xsl:apply-templates mode="render"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="div" mode="render">
    <xsl:call-template name="section"><xsl:with-param name="kind" select="'section'"/></xsl:call-template>
  </xsl:template>
  <!-- The outermost divisions of other editions (letters of a year, part, book) are what chapters are. -->
  <xsl:template match="body/div" mode="render"><xsl:call-template name="section"><xsl:with-param name="kind" select="'chapter'"/></xsl:call-template></xsl:template>
  <xsl:template match="front/div" mode="render"><xsl:call-template name="section"><xsl:with-param name="kind" select="'front'"/></xsl:call-template></xsl:template>
  <xsl:template match="back/div" mode="render"><xsl:call-template name="section"><xsl:with-param name="kind" select="'back'"/></xsl:call-template></xsl:template>
  <xsl:template match="div[@type = ('compilation', 'chapter', 'subchapter')]" mode="render" priority="1">
    <xsl:call-template name="section"><xsl:with-param name="kind" select="string(@type)"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="section">
    <xsl:param name="kind" as="xs:string"/>
    <section data-kind="{$kind}" id="{c:section-id(.)}">
      <xsl:if test="$kind = ('front', 'back')"><xsl:attribute name="data-type" select="(@xml:id, @type)[1]"/></xsl:if>
      <xsl:if test="$kind = ('section', 'chapter') and @type != $kind"><xsl:attribute name="data-type" select="@type"/></xsl:if>
      <xsl:if test="@n"><xsl:attribute name="data-n" select="@n"/></xsl:if>
      <xsl:call-template name="guarded"/>
      <xsl:call-template name="notes"/>
    </section>
  </xsl:template>

  <xsl:template match="div[@type = 'document']" mode="render" priority="2">
    <xsl:variable name="facts" as="element()*" select="c:header-of(.)"/>
    <xsl:variable name="dated" as="element(date)?"
      select="(dateline/descendant::date, opener/dateline/descendant::date, head/descendant::date)[1]"/>
    <xsl:variable name="date" as="xs:string" select="string((@frus:doc-dateTime-min, $dated/@when, $dated/@from)[1])"/>
    <xsl:variable name="last" as="xs:string" select="string((@frus:doc-dateTime-max, $dated[not(@when)]/@to)[1])"/>
    <xsl:variable name="genre" as="attribute()?" select="($facts/self::textClass ! catRef[@scheme = '#genre']/@target)[1]"/>
    <article data-kind="document" id="{c:section-id(.)}">
      <xsl:if test="@n"><xsl:attribute name="data-n" select="@n"/></xsl:if>
      <xsl:if test="@subtype"><xsl:attribute name="data-type" select="@subtype"/></xsl:if>
      <xsl:if test="$date ne ''"><xsl:attribute name="data-date" select="$date"/></xsl:if>
      <xsl:if test="$date ne '' and $last ne '' and $last ne $date"><xsl:attribute name="data-date-to" select="$last"/></xsl:if>
      <xsl:if test="$genre"><xsl:attribute name="data-genre" select="c:pointed($genre)"/></xsl:if>
      <xsl:call-template name="guarded"/>
      <xsl:call-template name="notes"/>
      <xsl:call-template name="facts"><xsl:with-param name="header" select="$facts"/></xsl:call-template>
    </article>
  </xsl:template>

  <xsl:template match="frus:attachment | floatingText" mode="render">
    <section class="attachment" data-kind="attachment" id="{c:section-id(.)}"><xsl:call-template name="guarded"/></section>
  </xsl:template>

  <!-- Lines at the start and the end of a document. -->
  <xsl:template match="opener | closer" mode="render"><div class="{local-name()}"><xsl:apply-templates mode="render"/></div></xsl:template>
  <xsl:template match="postscript" mode="render"><div class="postscript"><xsl:apply-templates mode="render"/></div></xsl:template>
  <xsl:template match="dateline | signed | salute | trailer | argument | epigraph | byline | docImprint | docEdition | head/label" mode="render">
    <p>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
      <xsl:apply-templates mode="render"/>
    </p>
  </xsl:template>
  <xsl:template match="dateline[not(@*)] | signed[not(@*)]" mode="render" priority="1">
    <p class="{local-name()}"><xsl:apply-templates mode="render"/></p>
  </xsl:template>
  <xsl:template match="opener/seg | closer/seg" mode="render" priority="1">
    <p>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="'seg'"/></xsl:call-template>
      <xsl:apply-templates mode="render"/>
    </p>
  </xsl:template>
</xsl:stylesheet>
